-- How often was the rarest of the parts replaced along with the causal part replaced along with it before?  One row per claim that
-- owner-caused damage can hide among and that names further parts; claims. An impact breaks what seldom fails together.
with

claims_by_day as (
    select
        claim_id, causal_part, is_reviewable, replaced_parts, judged_on - date '1990-01-01' as judged_day
    from judged_claims
),

part_claims as (
    select
        claim_id,
        count(*) over (partition by causal_part order by judged_day range between unbounded preceding and 1 preceding) as part_claims
    from claims_by_day
),

companions as (
    select distinct claim_id, causal_part, judged_day, is_reviewable, trim(companion) as companion
    from (
        select claim_id, causal_part, judged_day, is_reviewable, unnest(string_split(replaced_parts, ';')) as companion
        from claims_by_day
    )
    where trim(companion) <> ''
),

met_before as (
    select
        claim_id, is_reviewable,
        count(*) over (partition by causal_part, companion order by judged_day range between unbounded preceding and 1 preceding) as together
    from companions
)

select
    cast(met_before.claim_id as varchar)          as claim_id,
    cast(any_value(part_claims.part_claims) as integer) as part_claims,
    cast(min(met_before.together) as integer)     as together
from met_before
inner join part_claims on part_claims.claim_id = met_before.claim_id
where met_before.is_reviewable
group by met_before.claim_id
order by claim_id
