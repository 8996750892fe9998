-- Which current claims count in clusters and rates, and why do the others not?  One row per standing; claims and approved amount.
select
    cast(claim_standing.standing as varchar)            as standing,
    cast(count(*) as bigint)                            as claims,
    cast(sum(claims.approved_amount) as decimal(18, 2)) as approved_amount
from claim_standing
inner join claims on claims.claim_id = claim_standing.claim_id
group by claim_standing.standing
order by claims desc, standing
