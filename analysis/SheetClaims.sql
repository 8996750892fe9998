-- What is a reviewer to see on a review sheet?  One row per current claim that is paid, partly paid or goodwill and coded
-- manufacturing, whenever closed: a queue may look back as far as it likes. Money in the store's currency; text as delivered.
select
    cast(claims.claim_id as varchar)                as claim_id,
    cast(claims.version as integer)                 as version,
    cast(claims.vin as varchar)                     as vin,
    cast(claims.dealer_code as varchar)             as dealer_code,
    cast(claims.causal_part as varchar)             as causal_part,
    cast(stored_parts.name as varchar)              as part_name,
    cast(claims.failure_mode as varchar)            as failure_mode,
    cast(claims.approved_amount as decimal(18, 2))  as approved_amount
from claims
left join stored_parts on stored_parts.causal_part = claims.causal_part
where claims.verdict in ('paid', 'partly_paid', 'goodwill') and claims.attribution = 'manufacturing'
order by claim_id
