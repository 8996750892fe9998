-- Which claims stand behind the moves of the last two complete quarters and months?  One row per claim rejected since the first of them.
-- Amounts in the store's currency.
select
    cast(decided_claims.claim_id as varchar)                  as claim_id,
    cast(decided_claims.version as integer)                   as version,
    cast(decided_claims.closed_on as date)                    as closed_on,
    cast(decided_claims.reason as varchar)                    as reason,
    cast(decided_claims.kind as varchar)                      as kind,
    cast(decided_claims.dealer_code as varchar)               as dealer_code,
    cast(decided_claims.decided_by as varchar)                as decided_by,
    cast(decided_claims.causal_part as varchar)               as causal_part,
    cast(decided_claims.failure_mode as varchar)              as failure_mode,
    cast(decided_claims.claimed_amount as decimal(18, 2))     as claimed_amount
from decided_claims cross join scope
where decided_claims.reason <> ''
  and decided_claims.closed_on >= cast(date_trunc('quarter', scope.as_of + 1) as date) - to_months(6)
  and decided_claims.closed_on < cast(date_trunc('month', scope.as_of + 1) as date)
order by closed_on desc, claim_id
