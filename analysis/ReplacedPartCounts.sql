-- Which further parts were replaced on the claims of each listed cluster, and on the other claims of its part and failure mode?  One row
-- per cluster and further part with at least one claim in the cluster; claims that count, each naming a part once.
with

member as (
    select listed_clusters.cluster_id, counted_claims.claim_id, counted_claims.version, cluster_claims.claim_id is not null as is_own
    from listed_clusters
    inner join counted_claims
        on counted_claims.causal_part = listed_clusters.causal_part
       and (counted_claims.failure_mode = listed_clusters.failure_mode or listed_clusters.failure_mode = '')
    left join cluster_claims
        on cluster_claims.cluster_id = listed_clusters.cluster_id
       and cluster_claims.claim_id = counted_claims.claim_id
       and cluster_claims.version = counted_claims.version
    where listed_clusters.basis = 'rate'
),

total as (
    select
        cluster_id,
        sum(case when is_own then 1 else 0 end) as claims,
        sum(case when is_own then 0 else 1 end) as rest_claims
    from member
    group by cluster_id
),

named as (
    select distinct
        member.cluster_id, member.is_own, member.claim_id, claims.causal_part,
        trim(unnest(string_split(claims.replaced_parts, ';'))) as replaced_part
    from member
    inner join claims on claims.claim_id = member.claim_id and claims.version = member.version
    where claims.replaced_parts is not null
)

select
    cast(named.cluster_id as varchar)                              as cluster_id,
    cast(named.replaced_part as varchar)                           as replaced_part,
    cast(sum(case when named.is_own then 1 else 0 end) as bigint)  as claims,
    cast(total.claims as bigint)                                   as of_claims,
    cast(sum(case when named.is_own then 0 else 1 end) as bigint)  as rest_claims,
    cast(total.rest_claims as bigint)                              as of_rest_claims
from named
inner join total on total.cluster_id = named.cluster_id
where named.replaced_part <> '' and named.replaced_part <> named.causal_part
group by named.cluster_id, named.replaced_part, total.claims, total.rest_claims
having sum(case when named.is_own then 1 else 0 end) > 0
order by cluster_id, replaced_part
