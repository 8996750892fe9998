-- Which near-identical claims were decided differently?  One row per pair of like_pairs of which one claim was paid and the other rejected, closed
-- in the months that are scored (scope.since); at most 200, the largest amounts first. Months in service in steps of six, amounts in the store's currency.
with

largest as materialized (
    select paid_claim, rejected_claim, rejected_amount
    from like_pairs
    where is_alike = false
    order by rejected_amount desc, rejected_claim, paid_claim
    limit 200
)

select
    cast(rejected.causal_part as varchar)               as causal_part,
    cast(rejected.failure_mode as varchar)              as failure_mode,
    cast(rejected.model as varchar)                     as model,
    cast(cast(rejected.half_years as integer) * 6 as integer) as months_from,
    cast(rejected.kind as varchar)                      as kind,
    cast(largest.paid_claim as varchar)                 as paid_claim,
    cast(largest.rejected_claim as varchar)             as rejected_claim,
    cast(paid.dealer_code as varchar)                   as paid_dealer,
    cast(rejected.dealer_code as varchar)               as rejected_dealer,
    cast(paid.decided_by as varchar)                    as paid_by,
    cast(rejected.decided_by as varchar)                as rejected_by,
    cast(rejected.reason as varchar)                    as rejection_reason,
    cast(paid.claimed_amount as decimal(18, 2))         as paid_amount,
    cast(largest.rejected_amount as decimal(18, 2))     as rejected_amount
from largest
inner join decided_claims as rejected on rejected.claim_id = largest.rejected_claim
inner join decided_claims as paid on paid.claim_id = largest.paid_claim
order by rejected_amount desc, rejected_claim, paid_claim
