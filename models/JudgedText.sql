-- What did claims say that were refused as the owner's, or paid as a defect?  One row per such claim, in the order of their decisions:
-- what refusals teach of owner-caused damage. Of the claim's outcome only which of the two it was, and why it was refused.
with

judged as (
    select claim_id, vin, dealer_code, repair_order_no, causal_part, failure_mode, reported_on, judged_on, replaced_parts, is_refused_as_owners
    from judged_claims
    where is_reviewable or is_refused_as_owners
),

on_order as (
    select judged.claim_id, string_agg(distinct others.causal_part, ';' order by others.causal_part) as parts
    from judged
    inner join judged_claims as others
        on others.repair_order_no = judged.repair_order_no and others.dealer_code = judged.dealer_code
    where others.reported_on <= judged.judged_on
      and others.claim_id <> judged.claim_id
      and others.causal_part <> judged.causal_part
    group by judged.claim_id
)

select
    cast(judged.claim_id as varchar)                           as claim_id,
    cast(judged.vin as varchar)                                as vin,
    cast(judged.judged_on as date)                             as judged_on,
    cast(extract('month' from judged.reported_on) as integer)  as month_of_year,
    cast(judged.causal_part as varchar)                        as causal_part,
    cast(judged.failure_mode as varchar)                       as failure_mode,
    cast(concat_ws(';', on_order.parts, judged.replaced_parts) as varchar) as companions,
    cast(judged.is_refused_as_owners as boolean)               as is_refused_as_owners,
    cast(case when judged.is_refused_as_owners then claims.rejection_reason end as varchar) as rejection_reason,
    cast(claims.complaint as varchar)                          as complaint,
    cast(claims.cause as varchar)                              as cause,
    cast(claims.correction as varchar)                         as correction
from judged
inner join claims on claims.claim_id = judged.claim_id
left join on_order on on_order.claim_id = judged.claim_id
order by judged_on, claim_id
