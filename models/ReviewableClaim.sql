-- Which claims can owner-caused damage hide among, and what do they say themselves?  One row per current paid claim coded
-- manufacturing that is asked for; days, kilometres, hours, the store's currency. Outcomes of the claim itself serve as filter,
-- label and amount at stake only, never as a feature.
with

judged as (
    select claim_id, judged_on
    from asked_claims
)

select
    cast(claims.claim_id as varchar)                      as claim_id,
    cast(claims.version as integer)                       as version,
    cast(claims.vin as varchar)                           as vin,
    cast(claims.dealer_code as varchar)                   as dealer_code,
    cast(claims.causal_part as varchar)                   as causal_part,
    cast(claims.failure_mode as varchar)                  as failure_mode,
    cast(claims.happened_on as date)                      as happened_on,
    cast(judged.judged_on as date)                        as decided_on,
    cast(claims.closed_on as date)                        as closed_on,
    cast(claims.approved_amount as decimal(18, 2))        as approved_amount,
    cast(version_findings.finding as varchar)             as finding,
    cast(version_findings.selection as varchar)           as selection,
    cast(version_findings.probability as double)          as probability,
    cast(version_findings.reviewer as varchar)            as reviewer,
    cast(version_findings.decided_at as date)             as reviewed_on,
    cast(coalesce(dealers.province, vehicles.province) as varchar) as province,
    cast(claims.claimed_amount as decimal(18, 2))         as claimed_amount,
    cast(claims.other_amount as decimal(18, 2))           as other_amount,
    cast(claims.labour_hours as double)                   as labour_hours,
    cast(claims.standard_hours as double)                 as standard_hours,
    cast(coalesce(len(list_filter(string_split(claims.replaced_parts, ';'), part -> trim(part) <> '')), 0) as integer)
                                                          as replaced_parts,
    cast(claims.photos as integer)                        as photos,
    cast(claims.old_part_returned as boolean)             as old_part_returned,
    cast(claims.fault_codes_read as boolean)              as fault_codes_read,
    cast(claims.maintenance_record as boolean)            as maintenance_record,
    cast(claims.authorised as boolean)                    as authorised,
    cast(claims.reported_on - claims.failed_on as integer)      as days_to_report,
    cast(claims.repair_out_on - claims.repair_in_on as integer) as days_in_workshop,
    cast(claims.odometer_km as integer)                   as odometer_km,
    cast(claims.happened_on - vehicles.in_service_on as integer) as days_in_service,
    cast(cast(vehicles.in_service_on + to_months(vehicles.warranty_months) as date) - claims.happened_on as integer)
                                                          as days_to_limit,
    cast(vehicles.warranty_km as integer)                 as warranty_km,
    cast(vehicles.usage_class = 'commercial' as boolean)  as is_commercial
from judged
inner join claims on claims.claim_id = judged.claim_id
left join sold_vehicles as vehicles on vehicles.vin = claims.vin
left join stored_dealers as dealers on dealers.dealer_code = claims.dealer_code
left join version_findings on version_findings.claim_id = claims.claim_id and version_findings.version = claims.version
order by decided_on, claim_id
