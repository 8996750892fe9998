-- What is known of each current claim, its vehicle and its dealer?  One row per claim, made once for all questions on decisions, which would
-- each look for current versions and vehicles again. is_sold: the vehicle is known and sold by the as-of date; of a vehicle not yet sold only model
-- and province are told. The province is the dealer's, else the vehicle's. No narratives.
select
    claims.claim_id, claims.version, claims.prior_claim_id, claims.vin, claims.dealer_code, claims.decided_by, claims.authorised, claims.campaign_code,
    claims.causal_part, claims.failure_mode, claims.attribution, claims.verdict, claims.rejection_reason, claims.appeal,
    claims.failed_on, claims.reported_on, claims.inspected_on, claims.decided_on, claims.paid_on, claims.closed_on, claims.followed_up_on,
    claims.happened_on, claims.first_closed_on, claims.odometer_km, claims.repair_order_no, claims.invoice_no, claims.labour_operation,
    claims.labour_hours, claims.standard_hours, claims.claimed_amount, claims.approved_amount, claims.parts_amount, claims.labour_amount,
    claims.photos, claims.old_part_returned, claims.fault_codes_read, claims.maintenance_record, claims.satisfaction,
    vehicles.vin is not null as is_listed, coalesce(vehicles.in_service_on <= scope.as_of, false) as is_sold,
    vehicles.model, vehicles."use" as usage_class, vehicles.in_service_on, vehicles.warranty_months, vehicles.warranty_km,
    coalesce(dealers.province, vehicles.province) as province
from claims
cross join scope
left join stored_vehicles as vehicles on vehicles.vin = claims.vin
left join stored_dealers as dealers on dealers.dealer_code = claims.dealer_code
