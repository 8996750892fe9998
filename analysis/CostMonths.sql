-- What do claims cost per vehicle?  One row per month of closing; money in the store's currency, vehicles under warranty at its end.
-- Claims paid, partly paid or goodwill, whether or not they count in clusters; campaigns are left out.
with

months as (
    select distinct cast(date_trunc('month', closed_on) as date) as month
    from claims
),

ends as (
    select
        months.month,
        cast(months.month + to_months(1) as date) - 1 as month_end,
        least(cast(months.month + to_months(1) as date) - 1, scope.as_of) as last_day
    from months cross join scope
),

in_service as (
    select ends.month, count(*) as vehicles
    from ends
    inner join exposures on exposures.in_service_on <= ends.last_day and exposures.exposed_until > ends.last_day
    group by ends.month
),

paid as (
    select cast(date_trunc('month', closed_on) as date) as month, count(*) as claims, sum(approved_amount) as approved_amount
    from claims
    where verdict in ('paid', 'partly_paid', 'goodwill') and campaign_code is null
    group by date_trunc('month', closed_on)
)

select
    cast(ends.month as date)                                   as month,
    cast(ends.last_day = ends.month_end as boolean)            as complete,
    cast(coalesce(in_service.vehicles, 0) as bigint)           as vehicles,
    cast(coalesce(paid.claims, 0) as bigint)                   as claims,
    cast(coalesce(paid.approved_amount, 0) as decimal(18, 2))  as approved_amount
from ends
left join in_service on in_service.month = ends.month
left join paid on paid.month = ends.month
order by month
