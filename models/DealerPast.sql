-- What had the dealer's claims been like before this one was judged?  One row per claim that owner-caused damage can hide among:
-- counts at its dealer and everywhere. Windows end the day before; a review counts from the day after its finding.
with

happenings as (
    select
        claim_id, dealer_code, causal_part, is_reviewable, judged_on - date '1990-01-01' as day, 1 as claims,
        cast(is_refused_as_owners as integer) as refused, cast(coalesce(not old_part_returned, false) as integer) as unreturned,
        0 as reviewed, 0 as found
    from judged_claims
    union all
    select
        null as claim_id, claims.dealer_code, null as causal_part, false as is_reviewable,
        cast(version_findings.decided_at as date) - date '1990-01-01' as day, 0 as claims, 0 as refused, 0 as unreturned,
        1 as reviewed, cast(version_findings.finding = 'owner_caused' as integer) as found
    from version_findings
    inner join judged_claims as claims on claims.claim_id = version_findings.claim_id
    where version_findings.finding <> 'unclear'
),

pasts as (
    select
        claim_id, is_reviewable,
        sum(claims) over dealer as dealer_claims, sum(claims) over everything as all_claims,
        sum(claims) over dealer_part as dealer_part_claims, sum(claims) over part as part_claims,
        sum(refused) over dealer as dealer_refused, sum(refused) over everything as all_refused,
        sum(unreturned) over dealer as dealer_unreturned, sum(unreturned) over everything as all_unreturned,
        sum(reviewed) over dealer as dealer_reviewed, sum(reviewed) over everything as all_reviewed,
        sum(found) over dealer as dealer_found, sum(found) over everything as all_found
    from happenings
    window
        dealer as (partition by dealer_code order by day range between unbounded preceding and 1 preceding),
        part as (partition by causal_part order by day range between unbounded preceding and 1 preceding),
        dealer_part as (partition by dealer_code, causal_part order by day range between unbounded preceding and 1 preceding),
        everything as (order by day range between unbounded preceding and 1 preceding)
)

select
    cast(claim_id as varchar)                         as claim_id,
    cast(coalesce(dealer_claims, 0) as integer)       as dealer_claims,
    cast(coalesce(all_claims, 0) as integer)          as all_claims,
    cast(coalesce(dealer_part_claims, 0) as integer)  as dealer_part_claims,
    cast(coalesce(part_claims, 0) as integer)         as part_claims,
    cast(coalesce(dealer_refused, 0) as integer)      as dealer_refused,
    cast(coalesce(all_refused, 0) as integer)         as all_refused,
    cast(coalesce(dealer_unreturned, 0) as integer)   as dealer_unreturned,
    cast(coalesce(all_unreturned, 0) as integer)      as all_unreturned,
    cast(coalesce(dealer_reviewed, 0) as integer)     as dealer_reviewed,
    cast(coalesce(all_reviewed, 0) as integer)        as all_reviewed,
    cast(coalesce(dealer_found, 0) as integer)        as dealer_found,
    cast(coalesce(all_found, 0) as integer)           as all_found
from pasts
where is_reviewable
order by claim_id
