-- How long were vehicles exposed?  One row per model, powertrain, build month, month in service and calendar month; vehicle-months.
-- A month in service touches at most two calendar months; each part counts as its days' share of that month in service.
with

same_days as (
    select model, powertrain, build_month, in_service_on, exposed_until, count(*) as vehicles
    from exposures
    where exposed_until > in_service_on
    group by model, powertrain, build_month, in_service_on, exposed_until
),

months_of_service as (
    select
        same_days.model, same_days.powertrain, same_days.build_month, same_days.vehicles,
        numbers.n                                                                     as months_in_service,
        cast(same_days.in_service_on + to_months(numbers.n) as date)                  as starts_on,
        cast(same_days.in_service_on + to_months(numbers.n + 1) as date)              as next_starts_on,
        same_days.exposed_until
    from same_days
    inner join numbers on numbers.n <= datesub('month', same_days.in_service_on, same_days.exposed_until - 1)
),

calendar_parts as (
    select
        months_of_service.model, months_of_service.powertrain, months_of_service.build_month, months_of_service.vehicles,
        months_of_service.months_in_service, months_of_service.starts_on, months_of_service.next_starts_on,
        least(months_of_service.exposed_until, months_of_service.next_starts_on) as ends_before,
        cast(date_trunc('month', months_of_service.starts_on) + to_months(numbers.n) as date) as calendar_month
    from months_of_service
    inner join numbers on numbers.n <= 1
)

select
    cast(model as varchar)              as model,
    cast(powertrain as varchar)         as powertrain,
    cast(build_month as date)           as build_month,
    cast(months_in_service as integer)  as months_in_service,
    cast(calendar_month as date)        as calendar_month,
    -- decimals add up the same in any order
    cast(sum(cast(
        cast(vehicles * (least(ends_before, cast(calendar_month + to_months(1) as date)) - greatest(starts_on, calendar_month)) as double)
            / (next_starts_on - starts_on)
        as decimal(18, 6))) as decimal(18, 6)) as vehicle_months
from calendar_parts
where ends_before > calendar_month
group by model, powertrain, build_month, months_in_service, calendar_month
order by model, powertrain, build_month, months_in_service, calendar_month
