-- Which claims belong to each listed cluster?  One row per cluster and claim; a claim may belong to several.
select
    cast(cluster_id as varchar)     as cluster_id,
    cast(claim_id as varchar)       as claim_id,
    cast(version as integer)        as version
from cluster_claims
order by cluster_id, claim_id, version
