-- In which words were claims rejected or partly paid, and under which code?  One row per note, as it stands, and reason; claims closed in the
-- months that are scored (scope.since). Counts. A claim without a note has the empty one.
select
    cast(coalesce(claims.rejection_note, '') as varchar)           as note,
    cast(coalesce(claims.rejection_reason, 'other') as varchar)    as reason,
    cast(count(*) as bigint)                                       as claims
from claims cross join scope
where claims.verdict in ('rejected', 'partly_paid') and claims.closed_on >= scope.since
group by 1, 2
order by note, reason
