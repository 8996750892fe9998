-- How were claims decided?  One row per month of closing; counts of current claims, complete by month of closing.
select
    cast(date_trunc('month', closed_on) as date)                              as month,
    cast(date_trunc('month', closed_on) + to_months(1) <= max(scope.as_of) + 1 as boolean) as complete,
    cast(count(*) filter (where verdict = 'paid') as bigint)                  as paid,
    cast(count(*) filter (where verdict = 'partly_paid') as bigint)           as partly_paid,
    cast(count(*) filter (where verdict = 'goodwill') as bigint)              as goodwill,
    cast(count(*) filter (where verdict = 'rejected') as bigint)              as rejected,
    cast(count(*) filter (where verdict = 'withdrawn') as bigint)             as withdrawn,
    cast(count(*) filter (where appeal in ('upheld', 'overturned')) as bigint) as appeals,
    cast(count(*) filter (where appeal = 'overturned') as bigint)             as overturned
from claims cross join scope
group by date_trunc('month', closed_on)
order by month
