-- Which claims may be scored for suspicion, and what is a reviewer to see of them?  One row per current claim that is paid, partly
-- paid or goodwill, coded manufacturing and closed in the months that are scored; money in the store's currency.
select
    cast(claims.claim_id as varchar)                as claim_id,
    cast(claims.version as integer)                 as version,
    cast(claims.dealer_code as varchar)             as dealer_code,
    cast(claims.causal_part as varchar)             as causal_part,
    cast(claims.failure_mode as varchar)            as failure_mode,
    cast(claims.approved_amount as decimal(18, 2))  as approved_amount,
    cast(claims.closed_on as date)                  as closed_on
from claims cross join scope
where claims.verdict in ('paid', 'partly_paid', 'goodwill') and claims.attribution = 'manufacturing' and claims.closed_on >= scope.since
order by claim_id
