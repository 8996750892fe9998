-- Which dealers bill an operation on a part more often, or dearer, than others do?  One row per dealer × operation × part with claims
-- that owner-caused damage can hide among, closed within the scope; claims, the store's currency, hours. Needs no verdict.
with

scored as (
    select claims.dealer_code, claims.labour_operation, claims.causal_part, claims.claim_id,
        cast(claims.claimed_amount as double) as claimed_amount, cast(claims.labour_hours as double) as labour_hours
    from claims
    cross join scope
    inner join judged_claims on judged_claims.claim_id = claims.claim_id and judged_claims.is_reviewable
    where claims.closed_on >= scope.since and claims.closed_on <= scope.as_of and claims.labour_operation is not null
),

dealers as (select dealer_code, count(*) as claims from scored group by dealer_code),

peers as (
    select labour_operation, causal_part, count(*) as claims, count(distinct dealer_code) as dealers,
        quantile_cont(claimed_amount, [0.5, 0.16]) as amount, quantile_cont(labour_hours, [0.5, 0.16]) as hours
    from scored
    group by labour_operation, causal_part
),

everything as (select count(*) as claims from scored)

select
    cast(scored.dealer_code as varchar)                as dealer_code,
    cast(scored.labour_operation as varchar)           as labour_operation,
    cast(scored.causal_part as varchar)                as causal_part,
    cast(count(*) as integer)                          as claims,
    cast(any_value(dealers.claims) as integer)         as dealer_claims,
    cast(any_value(peers.claims) as integer)           as peer_claims,
    cast(any_value(everything.claims) as integer)      as all_claims,
    cast(any_value(peers.dealers) as integer)          as peer_dealers,
    cast(median(scored.claimed_amount) as double)      as amount,
    cast(any_value(peers.amount[1]) as double)         as peer_amount,
    cast(any_value(peers.amount[2]) as double)         as peer_amount_low,
    cast(median(scored.labour_hours) as double)        as hours,
    cast(any_value(peers.hours[1]) as double)          as peer_hours,
    cast(any_value(peers.hours[2]) as double)          as peer_hours_low,
    cast(sum(scored.claimed_amount) as decimal(18, 2)) as claimed_amount
from scored
inner join dealers on dealers.dealer_code = scored.dealer_code
inner join peers on peers.labour_operation = scored.labour_operation and peers.causal_part = scored.causal_part
cross join everything
group by scored.dealer_code, scored.labour_operation, scored.causal_part
order by scored.dealer_code, scored.labour_operation, scored.causal_part
