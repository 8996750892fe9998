-- How long from the report to the first closing, and how long could it have been and still be seen?  One row per month of report, days from report
-- to first closing, and days from report to the as-of date. Counts of claims closed so far; those reported in the last 24 months.
select
    cast(date_trunc('month', claims.reported_on) as date)                as month,
    cast(claims.first_closed_on - claims.reported_on as integer)         as days,
    cast(scope.as_of - claims.reported_on as integer)                    as truncation,
    cast(count(*) as bigint)                                             as claims
from settled_claims as claims cross join scope
where claims.reported_on > scope.as_of - to_months(24) and claims.first_closed_on >= claims.reported_on
group by all
order by month, days, truncation
