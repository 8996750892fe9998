-- Of which parts, models, dealers and provinces are claims not paid in full, and why?  One row per quarter of closing, dimension, value and
-- reason (empty: paid in full or goodwill); decided = paid, partly paid, goodwill, rejected. Counts; amounts in the store's currency. The
-- province is the dealer's, else the vehicle's; a claim without the dimension's value is left out of it.
with

decided as (
    select
        date_trunc('quarter', claims.closed_on) as quarter, claims.causal_part, claims.model, claims.dealer_code,
        claims.province, claims.verdict, claims.claimed_amount - claims.approved_amount as unpaid_amount,
        case when claims.verdict in ('rejected', 'partly_paid') then coalesce(claims.rejection_reason, 'other') else '' end as reason
    from settled_claims as claims
    where claims.verdict <> 'withdrawn'
),

grouped as (
    select
        quarter, reason,
        case when grouping(causal_part) = 0 then 'part' when grouping(model) = 0 then 'model' when grouping(dealer_code) = 0 then 'dealer' else 'province' end as dimension,
        case when grouping(causal_part) = 0 then causal_part when grouping(model) = 0 then model when grouping(dealer_code) = 0 then dealer_code else province end as value,
        count(*) filter (where verdict = 'rejected')    as rejected,
        count(*) filter (where verdict = 'partly_paid') as partly_paid,
        count(*)                                        as claims,
        sum(unpaid_amount) filter (where reason <> '')  as unpaid_amount
    from decided
    group by grouping sets ((quarter, reason, causal_part), (quarter, reason, model), (quarter, reason, dealer_code), (quarter, reason, province))
)

select
    cast(quarter as date)                                    as quarter,
    cast(dimension as varchar)                               as dimension,
    cast(value as varchar)                                   as value,
    cast(reason as varchar)                                  as reason,
    cast(rejected as bigint)                                 as rejected,
    cast(partly_paid as bigint)                              as partly_paid,
    cast(claims as bigint)                                   as claims,
    cast(coalesce(unpaid_amount, 0) as decimal(18, 2))       as unpaid_amount
from grouped
where value is not null
order by quarter, dimension, value, reason
