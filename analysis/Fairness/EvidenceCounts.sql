-- What evidence came with claims, by why they were rejected?  One row per reason of rejection (empty: paid, partly paid, goodwill) of claims
-- closed in the months that are scored (scope.since): claims, and for each kind of evidence how many say whether it was given, and how many lack it.
select
    cast(case when claims.verdict = 'rejected' then coalesce(claims.rejection_reason, 'other') else '' end as varchar) as reason,
    cast(count(*) as bigint)                                                  as claims,
    cast(count(claims.photos) as bigint)                                      as photos_known,
    cast(count(*) filter (where claims.photos = 0) as bigint)                 as photos_missing,
    cast(count(claims.old_part_returned) as bigint)                           as old_part_known,
    cast(count(*) filter (where not claims.old_part_returned) as bigint)      as old_part_missing,
    cast(count(claims.fault_codes_read) as bigint)                            as fault_codes_known,
    cast(count(*) filter (where not claims.fault_codes_read) as bigint)       as fault_codes_missing,
    cast(count(claims.maintenance_record) as bigint)                          as maintenance_known,
    cast(count(*) filter (where not claims.maintenance_record) as bigint)     as maintenance_missing
from settled_claims as claims cross join scope
where claims.verdict <> 'withdrawn' and claims.closed_on >= scope.since
group by 1
order by reason
