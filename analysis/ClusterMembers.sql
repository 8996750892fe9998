-- Which claims belong to a listed cluster?  One row per claim; where several clusters fit, the first by id.
select
    cast(claim_id as varchar)           as claim_id,
    cast(version as integer)            as version,
    cast(min(cluster_id) as varchar)    as cluster_id
from cluster_claims
group by claim_id, version
order by claim_id, version
