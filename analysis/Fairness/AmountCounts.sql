-- Which paid claims bill what others do not?  One row per kind of finding and dealer: claims that could be judged, claims found, the amount beyond
-- what is usual (store's currency) and the three found claims of the largest amounts. Claims paid in the months that are scored, no campaigns.
-- Outliers: .6745 · (x − median) ÷ MAD above 3.5 among the same labour operation, part and model, at least 20 claims, MAD above 0.
with

billed as (
    select
        claims.claim_id, claims.dealer_code, claims.vin, claims.causal_part, claims.failure_mode, claims.happened_on, claims.repair_order_no, claims.invoice_no,
        claims.claimed_amount, claims.approved_amount, claims.labour_hours, claims.standard_hours, claims.parts_amount,
        coalesce(claims.labour_amount / nullif(claims.labour_hours, 0), 0) as hour_amount,
        case when claims.labour_operation is not null and vehicles.model is not null then concat_ws('|', claims.labour_operation, claims.causal_part, vehicles.model) end as peers
    from claims cross join scope
    left join sold_vehicles as vehicles on vehicles.vin = claims.vin
    where claims.verdict in ('paid', 'partly_paid') and claims.campaign_code is null and claims.closed_on >= scope.since
),

measured as (
    select 'hours_outlier' as kind, claim_id, dealer_code, peers, cast(labour_hours as double) as figure, cast(hour_amount as double) as price from billed
    union all
    select 'parts_outlier' as kind, claim_id, dealer_code, peers, cast(parts_amount as double) as figure, 1.0 as price from billed
),

middles as (
    select kind, peers, median(figure) as middle, count(*) as claims
    from measured
    where figure is not null and peers is not null
    group by kind, peers
    having count(*) >= 20
),

spreads as (
    select measured.kind, measured.peers, median(abs(measured.figure - middles.middle)) as mad
    from measured
    inner join middles on middles.kind = measured.kind and middles.peers = measured.peers
    where measured.figure is not null
    group by measured.kind, measured.peers
),

repairs as (
    select claim_id, dealer_code, approved_amount, happened_on - lag(happened_on) over (partition by vin, causal_part, failure_mode order by happened_on, claim_id) as days_since
    from billed
    where vin is not null
),

orders as (
    select claim_id, dealer_code, approved_amount, row_number() over (partition by dealer_code, repair_order_no order by approved_amount desc, claim_id) as place
    from billed
    where repair_order_no is not null
),

invoices as (
    select dealer_code, invoice_no, count(distinct claimed_amount) as totals, count(distinct coalesce(repair_order_no, '') || '|' || coalesce(vin, '')) as visits
    from billed
    where invoice_no is not null
    group by dealer_code, invoice_no
),

judged as (
    select
        measured.kind, measured.claim_id, measured.dealer_code, 0.6745 * (measured.figure - middles.middle) > 3.5 * spreads.mad as is_found,
        (measured.figure - middles.middle) * measured.price as amount
    from measured
    inner join middles on middles.kind = measured.kind and middles.peers = measured.peers
    inner join spreads on spreads.kind = measured.kind and spreads.peers = measured.peers and spreads.mad > 0
    where measured.figure is not null
    union all
    select 'hours_above_standard', claim_id, dealer_code, labour_hours > 1.25 * standard_hours, (labour_hours - standard_hours) * hour_amount
    from billed where labour_hours is not null and standard_hours > 0
    union all
    select 'repeat_repair', claim_id, dealer_code, coalesce(days_since <= 30, false), approved_amount from repairs
    union all
    select 'shared_repair_order', claim_id, dealer_code, place > 1, approved_amount from orders
    union all
    select 'invoice_conflict', billed.claim_id, billed.dealer_code, invoices.totals > 1 and invoices.visits > 1, billed.claimed_amount
    from billed inner join invoices on invoices.dealer_code = billed.dealer_code and invoices.invoice_no = billed.invoice_no
),

priced as (
    select kind, claim_id, dealer_code, is_found, cast(round(case when is_found then amount else 0 end, 2) as decimal(18, 2)) as amount
    from judged
),

ranked as (
    select priced.*, row_number() over (partition by kind, dealer_code order by is_found desc, amount desc, claim_id) as place
    from priced
)

select
    cast(kind as varchar)                                                                             as kind,
    cast(dealer_code as varchar)                                                                      as dealer_code,
    cast(count(*) as bigint)                                                                          as judged,
    cast(count(*) filter (where is_found) as bigint)                                                  as found,
    cast(sum(amount) as decimal(18, 2))                                                               as amount,
    cast(coalesce(string_agg(claim_id, ';' order by place) filter (where is_found and place <= 3), '') as varchar) as example_claim_ids
from ranked
group by kind, dealer_code
order by kind, dealer_code
