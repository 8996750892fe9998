-- How long does it take until a failure is a closed claim that counts, and where?  One row per province of the dealer (null: not known), lag and
-- truncation, both in days; counted claims. A claim that was rejected first and paid on appeal counts from its second closing.
with

-- Few claims have more than one version: the others count from their one closing.
counting as (
    select claim_id, min(closed_on) as counted_on
    from version_standing
    where standing = 'counted' and claim_id in (select claim_id from revised_claims)
    group by claim_id
)

select
    cast(stored_dealers.province as varchar)                              as dealer_province,
    cast(coalesce(counting.counted_on, counted_claims.closed_on) - counted_claims.happened_on as integer) as lag,
    cast(scope.as_of - counted_claims.happened_on as integer)             as truncation,
    cast(count(*) as bigint)                                              as claims
from counted_claims
cross join scope
left join counting on counting.claim_id = counted_claims.claim_id
left join stored_dealers on stored_dealers.dealer_code = counted_claims.dealer_code
group by dealer_province, lag, truncation
order by dealer_province, lag, truncation
