-- Of claims that come to a stage, which pass it, and after how long?  One row per month of closing, stage and days since the stage before it;
-- days are null where the claim was closed without the stage: rejected or withdrawn, or nobody called back so far. Counts.
with

stages as (
    select closed_on, 'inspected' as stage, inspected_on - reported_on as days from settled_claims
    union all
    select closed_on, 'decided' as stage, decided_on - inspected_on as days from settled_claims where inspected_on is not null
    union all
    select closed_on, 'paid' as stage, paid_on - decided_on as days from settled_claims where decided_on is not null
    union all
    select closed_on, 'followed_up' as stage, case when followed_up_on <= scope.as_of then followed_up_on - closed_on end as days
    from settled_claims cross join scope
)

select
    cast(date_trunc('month', closed_on) as date)  as month,
    cast(stage as varchar)                        as stage,
    cast(days as integer)                         as days,
    cast(count(*) as bigint)                      as claims
from stages
group by date_trunc('month', closed_on), stage, days
order by month, stage, days nulls last
