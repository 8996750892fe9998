-- What was claimed, how was it judged, and what did it say?  One row per judged claim, in the order of the decisions, claims of a day by
-- id; the store's currency, hours, kilometres a day. Texts, further parts and the reason of claims that teach nothing of owner-caused
-- damage (neither paid as a defect nor refused as the owner's) are left out; on_order is what else was claimed on the order.
select
    cast(judged.claim_id as varchar)                            as claim_id,
    cast(judged.vin as varchar)                                 as vin,
    cast(judged.dealer_code as varchar)                         as dealer_code,
    cast(judged.judged_on as date)                              as judged_on,
    cast(extract('month' from judged.reported_on) as integer)   as month_of_year,
    cast(judged.causal_part as varchar)                         as causal_part,
    cast(judged.failure_mode as varchar)                        as failure_mode,
    cast(judged.labour_operation as varchar)                    as labour_operation,
    cast(vehicles.model as varchar)                             as model,
    cast(judged.claimed_amount as double)                       as claimed_amount,
    cast(judged.labour_hours as double)                         as labour_hours,
    cast(case when judged.happened_on >= vehicles.in_service_on + 30
        then judged.odometer_km / (judged.happened_on - vehicles.in_service_on) end as double) as km_per_day,
    cast(judged.replaced_parts as varchar)                      as replaced_parts,
    cast(on_order.charts as varchar)                            as order_charts,
    cast(coalesce(not judged.old_part_returned, false) as boolean) as is_old_part_missing,
    cast(judged.is_paid as boolean)                             as is_paid,
    cast(judged.is_reviewable as boolean)                       as is_reviewable,
    cast(judged.is_refused_as_owners as boolean)                as is_refused_as_owners,
    cast(judged.is_reviewable and is_asked_for(judged.claim_id, judged.closed_on) as boolean) as is_asked,
    cast(case when judged.is_refused_as_owners then judged.rejection_reason end as varchar) as rejection_reason,
    cast(case when judged.is_reviewable or judged.is_refused_as_owners then judged.complaint end as varchar) as complaint,
    cast(case when judged.is_reviewable or judged.is_refused_as_owners then judged.cause end as varchar) as cause,
    cast(case when judged.is_reviewable or judged.is_refused_as_owners then judged.correction end as varchar) as correction,
    cast(on_order.complaint as varchar)                         as order_complaint,
    cast(on_order.cause as varchar)                             as order_cause,
    cast(on_order.correction as varchar)                        as order_correction
from judged_claims as judged
left join sold_vehicles as vehicles on vehicles.vin = judged.vin
left join order_claims as on_order on on_order.claim_id = judged.claim_id
order by judged_on, claim_id
