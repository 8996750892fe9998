-- What are the claims called that fitted a cluster when they were decided?  One row per claim.
select
    cast(versions.claim_id as varchar)         as claim_id,
    cast(versions.version as integer)          as version,
    cast(fitting_claims.cluster_id as varchar) as cluster_id,
    cast(fitting_claims.ratio as double)       as ratio
from scanned_versions as versions
inner join fitting_claims on fitting_claims.claim = hash(versions.claim_id)
where versions.superseded_on is null
order by claim_id
