-- How long have vehicles been driven in each class of distance?  One row per model, powertrain and class that one has reached; months
-- under exposure, by each vehicle's own use; vehicles in service. Classes are 10,000 km wide, the last one, from 150,000 km on, is open.
with

driven as (
    select model, powertrain, km_per_day, exposed_until - in_service_on as days
    from exposures
    cross join scope
    where exposed_until > in_service_on
      and km_per_day > 0
      and (out_of_service_on is null or out_of_service_on > scope.as_of)
),

reached as (
    select *, unnest(range(cast(least(15, floor(km_per_day * days / 10000)) as bigint) + 1)) as class
    from driven
)

select
    cast(model as varchar)                  as model,
    cast(powertrain as varchar)             as powertrain,
    cast(class * 10000 as integer)          as from_km,
    -- Millionths of days: sums of whole numbers are the same in any order.
    cast(sum(cast(round(1000000 * (case when class = 15 then days else least(days, (class + 1) * 10000 / km_per_day) end - class * 10000 / km_per_day)) as bigint))
        / 30437500.0 as double)             as vehicle_months
from reached
group by model, powertrain, class
order by model, powertrain, class
