-- What else is known of the claims of each listed cluster?  One row per cluster and dealer; cost is the approved amount,
-- last_claims the latest five claims.
with

ranked as (
    select
        cluster_claims.cluster_id, claims.dealer_code, claims.claim_id, claims.happened_on, claims.approved_amount,
        row_number() over (
            partition by cluster_claims.cluster_id, claims.dealer_code
            order by claims.happened_on desc, claims.claim_id
        ) as recency
    from cluster_claims
    inner join claims on claims.claim_id = cluster_claims.claim_id and claims.version = cluster_claims.version
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
