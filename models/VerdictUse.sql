-- Of how many verdicts can something be learned, and why not of the others?  One row per use that occurs; the latest finding on each
-- version of a claim, as known at the as-of date.
with

placed as (
    select
        case
            when claims.claim_id is null then 'unknown_claim'
            when version_findings.version > claims.version then 'unknown_version'
            when version_findings.version < claims.version then 'earlier_version'
            when not coalesce(judged_claims.is_reviewable, false) then 'not_reviewable'
            when version_findings.finding = 'unclear' then 'unclear'
            else 'taught'
        end as use
    from version_findings
    left join claims on claims.claim_id = version_findings.claim_id
    left join judged_claims on judged_claims.claim_id = version_findings.claim_id
)

select cast(use as varchar) as use, cast(count(*) as bigint) as verdicts
from placed
group by use
order by use
