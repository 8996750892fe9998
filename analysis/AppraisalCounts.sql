-- What did appraisals find on the claims of each listed cluster, and on the other claims of its part and failure mode?  One row per
-- cluster and finding; claims that count. Claims without an appraisal, or coded none, stand under none.
with

judged as (
    select claim_id, version, coalesce(appraisal, 'none') as appraisal
    from claims
    where causal_part in (select causal_part from listed_clusters)
),

own as (
    select cluster_claims.cluster_id, judged.appraisal, count(*) as claims
    from cluster_claims
    inner join judged on judged.claim_id = cluster_claims.claim_id and judged.version = cluster_claims.version
    group by cluster_claims.cluster_id, judged.appraisal
),

rest as (
    select listed_clusters.cluster_id, judged.appraisal, count(*) as claims
    from listed_clusters
    inner join counted_claims
        on counted_claims.causal_part = listed_clusters.causal_part
       and (counted_claims.failure_mode = listed_clusters.failure_mode or listed_clusters.failure_mode = '')
    inner join judged on judged.claim_id = counted_claims.claim_id and judged.version = counted_claims.version
    left join cluster_claims
        on cluster_claims.cluster_id = listed_clusters.cluster_id
       and cluster_claims.claim_id = counted_claims.claim_id
       and cluster_claims.version = counted_claims.version
    where cluster_claims.claim_id is null
    group by listed_clusters.cluster_id, judged.appraisal
)

select
    cast(coalesce(own.cluster_id, rest.cluster_id) as varchar) as cluster_id,
    cast(coalesce(own.appraisal, rest.appraisal) as varchar)   as appraisal,
    cast(coalesce(own.claims, 0) as bigint)                    as claims,
    cast(coalesce(rest.claims, 0) as bigint)                   as rest_claims
from own
full join rest on rest.cluster_id = own.cluster_id and rest.appraisal = own.appraisal
order by cluster_id, appraisal
