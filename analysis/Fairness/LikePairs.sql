-- Which near-identical claims were decided differently?  One row per pair of like_pairs of which one claim was paid and the other rejected, closed
-- in the months that are scored (scope.since); at most 200, the largest amounts first. Months in service in steps of six, amounts in the store's currency.
select
    cast(causal_part as varchar)                    as causal_part,
    cast(failure_mode as varchar)                   as failure_mode,
    cast(model as varchar)                          as model,
    cast(half_years * 6 as integer)                 as months_from,
    cast(kind as varchar)                           as kind,
    cast(paid_claim as varchar)                     as paid_claim,
    cast(rejected_claim as varchar)                 as rejected_claim,
    cast(paid_dealer as varchar)                    as paid_dealer,
    cast(rejected_dealer as varchar)                as rejected_dealer,
    cast(paid_by as varchar)                        as paid_by,
    cast(rejected_by as varchar)                    as rejected_by,
    cast(rejection_reason as varchar)               as rejection_reason,
    cast(paid_amount as decimal(18, 2))             as paid_amount,
    cast(rejected_amount as decimal(18, 2))         as rejected_amount
from like_pairs
where is_alike = false
order by rejected_amount desc, rejected_claim, paid_claim
limit 200
