-- What are the claims called that fitted a cluster when they were decided?  One row per claim.
select
    cast(counted_claims.claim_id as varchar)   as claim_id,
    cast(counted_claims.version as integer)    as version,
    cast(fitting_claims.cluster_id as varchar) as cluster_id,
    cast(fitting_claims.ratio as double)       as ratio
from counted_claims
inner join fitting_claims on fitting_claims.claim = hash(counted_claims.claim_id)
order by claim_id
