-- What was claimed, how was it judged, and what did it say?  One row per judged claim, in the order of the decisions, claims of a day by
-- id; the store's currency, hours, kilometres a day. Texts, further parts and the reason of claims that teach nothing of owner-caused
-- damage (neither paid as a defect nor refused as the owner's) are left out.
with

texts as (
    select claim_id, rejection_reason, complaint, cause, correction
    from claims
    where verdict <> 'withdrawn'
),

-- Claims for other parts on the same order that were reported before this one was judged, and what they say; no outcome of theirs.
visits as (
    select
        judged.claim_id, others.claim_id as other_id,
        others.causal_part || chr(31) || others.failure_mode as chart
    from judged_claims as judged
    inner join judged_claims as others
        on others.repair_order_no = judged.repair_order_no and others.dealer_code = judged.dealer_code
    where others.reported_on <= judged.judged_on
      and others.claim_id <> judged.claim_id
      and others.causal_part <> judged.causal_part
      and (judged.is_reviewable or judged.is_refused_as_owners)
),

on_order as (
    select
        visits.claim_id,
        string_agg(distinct visits.chart, ';' order by visits.chart) as charts,
        string_agg(texts.complaint, chr(10) order by visits.other_id) as complaint,
        string_agg(texts.cause, chr(10) order by visits.other_id) as cause,
        string_agg(texts.correction, chr(10) order by visits.other_id) as correction
    from visits
    inner join texts on texts.claim_id = visits.other_id
    group by visits.claim_id
)

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
    cast(judged.is_reviewable and judged.claim_id in (select claim_id from asked_claims) as boolean) as is_asked,
    cast(case when judged.is_refused_as_owners then texts.rejection_reason end as varchar) as rejection_reason,
    cast(case when judged.is_reviewable or judged.is_refused_as_owners then texts.complaint end as varchar) as complaint,
    cast(case when judged.is_reviewable or judged.is_refused_as_owners then texts.cause end as varchar) as cause,
    cast(case when judged.is_reviewable or judged.is_refused_as_owners then texts.correction end as varchar) as correction,
    cast(on_order.complaint as varchar)                         as order_complaint,
    cast(on_order.cause as varchar)                             as order_cause,
    cast(on_order.correction as varchar)                        as order_correction
from judged_claims as judged
inner join texts on texts.claim_id = judged.claim_id
left join sold_vehicles as vehicles on vehicles.vin = judged.vin
left join on_order on on_order.claim_id = judged.claim_id
order by judged_on, claim_id
