-- How long does each stage of a claim take?  One row per month of closing, stage and days since the stage before it.
-- Claims that lack either day of a stage are left out of it. stage 'total' runs from the report to the closing.
-- By month of closing every stage up to 'closed' is complete; follow-ups of the newest months may still come.
with

days as (
    select closed_on, 'reported' as stage, reported_on - failed_on as days from claims
    union all
    select closed_on, 'inspected' as stage, inspected_on - reported_on as days from claims
    union all
    select closed_on, 'decided' as stage, decided_on - inspected_on as days from claims
    union all
    select closed_on, 'paid' as stage, paid_on - decided_on as days from claims
    union all
    select closed_on, 'closed' as stage, closed_on - paid_on as days from claims
    union all
    select closed_on, 'followed_up' as stage, followed_up_on - closed_on as days
    from claims cross join scope
    where followed_up_on <= scope.as_of
    union all
    select closed_on, 'total' as stage, closed_on - reported_on as days from claims
)

select
    cast(date_trunc('month', closed_on) as date)     as month,
    cast(stage as varchar)                           as stage,
    cast(days as integer)                            as days,
    cast(count(*) as bigint)                         as claims
from days
where days is not null
group by date_trunc('month', closed_on), stage, days
order by month, stage, days
