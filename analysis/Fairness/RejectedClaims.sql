-- Which claims stand behind the moves of the last two complete quarters and months?  One row per claim rejected since the first of them.
-- Amounts in the store's currency.
select
    cast(claim_id as varchar)                  as claim_id,
    cast(version as integer)                   as version,
    cast(closed_on as date)                    as closed_on,
    cast(reason as varchar)                    as reason,
    cast(kind as varchar)                      as kind,
    cast(dealer_code as varchar)               as dealer_code,
    cast(decided_by as varchar)                as decided_by,
    cast(causal_part as varchar)               as causal_part,
    cast(failure_mode as varchar)              as failure_mode,
    cast(claimed_amount as decimal(18, 2))     as claimed_amount
from moved_claims
where reason <> ''
order by closed_on desc, claim_id
