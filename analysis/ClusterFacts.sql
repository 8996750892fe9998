-- What else is known of the claims of each chart and build month?  One row per part, failure mode, build month and dealer;
-- cost is the approved amount, last_claims the latest five claims.
with

ranked as (
    select
        causal_part, failure_mode, build_month, dealer_code, claim_id, happened_on, approved_amount,
        row_number() over (
            partition by causal_part, failure_mode, build_month, dealer_code
            order by happened_on desc, claim_id
        ) as recency
    from counted_claims
)

select
    cast(causal_part as varchar)                                as causal_part,
    cast(failure_mode as varchar)                               as failure_mode,
    cast(build_month as date)                                   as build_month,
    cast(dealer_code as varchar)                                as dealer_code,
    cast(count(*) as bigint)                                    as claims,
    cast(sum(approved_amount) as decimal(18, 2))                as cost,
    cast(max(happened_on) as date)                              as last_happened_on,
    cast(string_agg(case when recency <= 5 then claim_id end, ';' order by recency) as varchar) as last_claims
from ranked
group by causal_part, failure_mode, build_month, dealer_code
order by causal_part, failure_mode, build_month, dealer_code
