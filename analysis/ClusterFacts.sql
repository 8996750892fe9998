-- What else is known of the claims of each listed cluster?  One row per cluster and dealer; cost is the approved amount,
-- last_claims the latest five claims. Five are kept of each group: to rank all of a large store would take its memory.
select
    cast(cluster_id as varchar)                                 as cluster_id,
    cast(dealer_code as varchar)                                as dealer_code,
    cast(count(*) as bigint)                                    as claims,
    cast(sum(approved_amount) as decimal(18, 2))                as cost,
    cast(max(happened_on) as date)                              as last_happened_on,
    cast(array_to_string(
        min_by(claim_id, {'days_back': date '2200-01-01' - happened_on, 'claim_id': claim_id}, 5), ';') as varchar) as last_claims
from cluster_claims
group by cluster_id, dealer_code
order by cluster_id, dealer_code
