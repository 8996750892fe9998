-- Which paid claims bill what others do not?  One row per kind of finding and dealer: claims that could be judged, claims found, the amount beyond
-- what is usual (store's currency) and the three found claims of the largest amounts. Claims paid in the months that are scored, no campaigns.
-- Outliers: .6745 · (x − median) ÷ MAD above 3.5 among the same labour operation, part and model, at least 20 claims, MAD above 0.
with

billed as not materialized (
    select
        claims.claim_id, claims.dealer_code, claims.vin, claims.causal_part, claims.failure_mode, claims.happened_on, claims.repair_order_no, claims.invoice_no,
        claims.claimed_amount, claims.approved_amount, claims.labour_hours, claims.standard_hours, claims.parts_amount,
        coalesce(claims.labour_amount / nullif(claims.labour_hours, 0), 0) as hour_amount,
        case when claims.labour_operation is not null and claims.is_sold and claims.model is not null then hash(claims.labour_operation, claims.causal_part, claims.model) end as peers
    from settled_claims as claims cross join scope
    where claims.verdict in ('paid', 'partly_paid') and claims.campaign_code is null and claims.closed_on >= scope.since
),

measured as not materialized (
    select 'hours_outlier' as kind, claim_id, dealer_code, peers, cast(labour_hours as double) as figure, cast(hour_amount as double) as price from billed
    union all
    select 'parts_outlier' as kind, claim_id, dealer_code, peers, cast(parts_amount as double) as figure, 1.0 as price from billed
),

middles as materialized (
    select kind, peers, median(figure) as middle, count(*) as claims
    from measured
    where figure is not null and peers is not null
    group by kind, peers
    having count(*) >= 20
),

spreads as materialized (
    select measured.kind, measured.peers, median(abs(measured.figure - middles.middle)) as mad
    from measured
    inner join middles on middles.kind = measured.kind and middles.peers = measured.peers
    where measured.figure is not null
    group by measured.kind, measured.peers
),

-- Few claims have another of the same vehicle, part and failure, or of the same order: hashes find those that may.
repeated as (
    select hash(vin, causal_part, failure_mode) as likeness
    from billed
    where vin is not null
    group by 1
    having count(*) > 1
),

repairs as (
    select claim_id, dealer_code, approved_amount, happened_on - lag(happened_on) over (partition by vin, causal_part, failure_mode order by happened_on, claim_id) as days_since
    from billed
    where vin is not null and hash(vin, causal_part, failure_mode) in (select likeness from repeated)
),

shared as (
    select hash(dealer_code, repair_order_no) as likeness
    from billed
    where repair_order_no is not null
    group by 1
    having count(*) > 1
),

orders as (
    select claim_id, dealer_code, approved_amount, row_number() over (partition by dealer_code, repair_order_no order by approved_amount desc, claim_id) as place
    from billed
    where repair_order_no is not null and hash(dealer_code, repair_order_no) in (select likeness from shared)
),

invoiced as (
    select hash(dealer_code, invoice_no) as likeness
    from billed
    where invoice_no is not null
    group by 1
    having count(distinct claimed_amount) > 1
),

invoices as (
    select dealer_code, invoice_no, count(distinct claimed_amount) as totals, count(distinct coalesce(repair_order_no, '') || '|' || coalesce(vin, '')) as visits
    from billed
    where invoice_no is not null and hash(dealer_code, invoice_no) in (select likeness from invoiced)
    group by dealer_code, invoice_no
),

judged as not materialized (
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
    select 'repeat_repair', claim_id, dealer_code, true, approved_amount from repairs where days_since <= 30
    union all
    select 'shared_repair_order', claim_id, dealer_code, true, approved_amount from orders where place > 1
    union all
    select 'invoice_conflict', billed.claim_id, billed.dealer_code, true, billed.claimed_amount
    from billed inner join invoices on invoices.dealer_code = billed.dealer_code and invoices.invoice_no = billed.invoice_no
    where invoices.totals > 1 and invoices.visits > 1
),

-- Of repeats, shared orders and conflicts only the found claims are looked for; judged are all that could be.
could_be_judged as (
    select 'repeat_repair' as kind, dealer_code, count(vin) as judged from billed group by dealer_code
    union all
    select 'shared_repair_order' as kind, dealer_code, count(repair_order_no) as judged from billed group by dealer_code
    union all
    select 'invoice_conflict' as kind, dealer_code, count(invoice_no) as judged from billed group by dealer_code
    union all
    select kind, dealer_code, count(*) as judged
    from judged
    where kind in ('hours_outlier', 'parts_outlier', 'hours_above_standard')
    group by kind, dealer_code
),

priced as (
    select kind, claim_id, dealer_code, cast(round(amount, 2) as decimal(18, 2)) as amount
    from judged
    where is_found
),

ranked as (
    select priced.*, row_number() over (partition by kind, dealer_code order by amount desc, claim_id) as place
    from priced
),

found_claims as (
    select
        kind, dealer_code, count(*) as found, sum(amount) as amount, string_agg(claim_id, ';' order by place) filter (where place <= 3) as examples
    from ranked
    group by kind, dealer_code
)

select
    cast(could_be_judged.kind as varchar)                                   as kind,
    cast(could_be_judged.dealer_code as varchar)                            as dealer_code,
    cast(could_be_judged.judged as bigint)                                  as judged,
    cast(coalesce(found_claims.found, 0) as bigint)                         as found,
    cast(coalesce(found_claims.amount, 0) as decimal(18, 2))                as amount,
    cast(coalesce(found_claims.examples, '') as varchar)                    as example_claim_ids
from could_be_judged
left join found_claims on found_claims.kind = could_be_judged.kind and found_claims.dealer_code = could_be_judged.dealer_code
where could_be_judged.judged > 0
order by kind, dealer_code
