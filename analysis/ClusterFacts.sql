-- What else is known of the claims of each listed cluster?  One row per cluster and dealer; cost is the approved amount,
-- last_claims the latest five claims.
with

ranked as (
    select
        cluster_id, dealer_code, claim_id, happened_on, approved_amount,
        row_number() over (partition by cluster_id, dealer_code order by happened_on desc, claim_id) as recency
    from cluster_claims
)

select
    cast(cluster_id as varchar)                                 as cluster_id,
    cast(dealer_code as varchar)                                as dealer_code,
    cast(count(*) as bigint)                                    as claims,
    cast(sum(approved_amount) as decimal(18, 2))                as cost,
    cast(max(happened_on) as date)                              as last_happened_on,
    cast(string_agg(case when recency <= 5 then claim_id end, ';' order by recency) as varchar) as last_claims
from ranked
group by cluster_id, dealer_code
order by cluster_id, dealer_code
