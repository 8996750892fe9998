-- What do claims of the listed clusters' parts say?  One row per claim with words; part_group is the part up to its first colon.
with

listed_groups as (
    select distinct trim(split_part(causal_part, ':', 1)) as part_group
    from listed_clusters
)

select
    cast(claims.claim_id as varchar)        as claim_id,
    cast(listed_groups.part_group as varchar) as part_group,
    cast(concat_ws(' ', claims.complaint, claims.cause, claims.correction) as varchar) as words
from claims
inner join listed_groups on listed_groups.part_group = trim(split_part(claims.causal_part, ':', 1))
where coalesce(claims.complaint, claims.cause, claims.correction) is not null
order by claim_id
