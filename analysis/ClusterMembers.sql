-- Which claims belong to a listed cluster?  One row per claim; where several clusters fit, the first by id.
with

by_rate as (
    select counted_claims.claim_id, counted_claims.version, listed_clusters.cluster_id
    from counted_claims
    inner join listed_clusters
        on listed_clusters.causal_part = counted_claims.causal_part and listed_clusters.failure_mode = counted_claims.failure_mode
    where listed_clusters.basis = 'rate'
      and counted_claims.built_on >= coalesce(listed_clusters.built_from, counted_claims.built_on)
      and counted_claims.built_on <= coalesce(listed_clusters.built_to, counted_claims.built_on)
),

by_share as (
    select shared_claims.claim_id, shared_claims.version, listed_clusters.cluster_id
    from shared_claims
    inner join listed_clusters
        on listed_clusters.causal_part = shared_claims.part_group and listed_clusters.failure_mode = shared_claims.failure_mode
    where listed_clusters.basis = 'share'
      and coalesce(shared_claims.model, '') = coalesce(listed_clusters.model, '')
      and coalesce(shared_claims.model_year, '') = coalesce(listed_clusters.model_year, '')
      and coalesce(shared_claims.plant, '') = coalesce(listed_clusters.plant, '')
      and coalesce(shared_claims.powertrain, '') = coalesce(listed_clusters.powertrain, '')
),

members as (
    select claim_id, version, cluster_id from by_rate
    union all
    select claim_id, version, cluster_id from by_share
)

select
    cast(claim_id as varchar)           as claim_id,
    cast(version as integer)            as version,
    cast(min(cluster_id) as varchar)    as cluster_id
from members
group by claim_id, version
order by claim_id, version
