-- How satisfied are customers, by how their claim ended and how long it took?  One row per verdict, band of days from report to closing and
-- answer (null: not asked, or no answer); claims closed in the months that are scored (scope.since). Counts.
select
    cast(claims.verdict as varchar)         as verdict,
    cast(case
        when claims.closed_on - claims.reported_on <= 14 then 0
        when claims.closed_on - claims.reported_on <= 30 then 15
        when claims.closed_on - claims.reported_on <= 60 then 31
        else 61
    end as integer)                         as from_days,
    cast(claims.satisfaction as integer)    as answer,
    cast(count(*) as bigint)                as claims
from settled_claims as claims cross join scope
where claims.closed_on >= scope.since
group by all
order by verdict, from_days, answer nulls last
