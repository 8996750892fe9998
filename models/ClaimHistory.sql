-- What had the vehicle, and the same repair, already been claimed for?  One row per claim that owner-caused damage can hide
-- among; claims and days. Looks at the vehicle's claims judged before this one, and at claims reported for the same order.
with

reviewable as (
    select claim_id, vin, dealer_code, repair_order_no, causal_part, happened_on, judged_on
    from asked_claims
),

earlier as (
    select
        reviewable.claim_id,
        others.causal_part = reviewable.causal_part as is_same_part,
        others.is_refused_as_owners,
        reviewable.happened_on - others.happened_on as days_ago
    from reviewable
    inner join judged_claims as others on others.vin = reviewable.vin
    where others.judged_on < reviewable.judged_on
      and others.happened_on <= reviewable.happened_on
      and others.claim_id <> reviewable.claim_id
),

vehicle_history as (
    select
        claim_id,
        count(*) as earlier_claims,
        count(*) filter (where is_same_part) as earlier_same_part,
        count(*) filter (where days_ago <= 180) as earlier_within_180_days,
        count(*) filter (where is_refused_as_owners) as earlier_refused_as_owners,
        min(days_ago) as days_since_claim
    from earlier
    group by claim_id
),

same_order as (
    select reviewable.claim_id, count(*) as claims_on_order
    from reviewable
    inner join judged_claims as others
        on others.repair_order_no = reviewable.repair_order_no and others.dealer_code = reviewable.dealer_code
    where others.reported_on <= reviewable.judged_on
    group by reviewable.claim_id
)

select
    cast(reviewable.claim_id as varchar)                                    as claim_id,
    cast(coalesce(vehicle_history.earlier_claims, 0) as integer)            as earlier_claims,
    cast(coalesce(vehicle_history.earlier_same_part, 0) as integer)         as earlier_same_part,
    cast(coalesce(vehicle_history.earlier_within_180_days, 0) as integer)   as earlier_within_180_days,
    cast(coalesce(vehicle_history.earlier_refused_as_owners, 0) as integer) as earlier_refused_as_owners,
    cast(vehicle_history.days_since_claim as integer)                       as days_since_claim,
    cast(coalesce(same_order.claims_on_order, 1) as integer)                as claims_on_order
from reviewable
left join vehicle_history on vehicle_history.claim_id = reviewable.claim_id
left join same_order on same_order.claim_id = reviewable.claim_id
order by reviewable.judged_on, claim_id
