-- How long have vehicles been driven in each class of distance?  One row per model, powertrain and class that one has reached; months
-- under exposure, by each vehicle's own use; vehicles in service. The last class is open.
with

driven as (
    select model, powertrain, km_per_day, exposed_until - in_service_on as days, scope.distance_width as width, scope.last_distance as last_class
    from exposures
    cross join scope
    where exposed_until > in_service_on
      and km_per_day > 0
      and (out_of_service_on is null or out_of_service_on > scope.as_of)
),

reached as (
    select *, unnest(range(cast(least(last_class, floor(km_per_day * days / width)) as bigint) + 1)) as class
    from driven
)

select
    cast(model as varchar)                  as model,
    cast(powertrain as varchar)             as powertrain,
    cast(class * width as integer)          as from_km,
    -- Millionths of days: sums of whole numbers are the same in any order.
    cast(sum(cast(round(1000000 * (case when class = last_class then days else least(days, (class + 1) * width / km_per_day) end - class * width / km_per_day)) as bigint))
        / 30437500.0 as double)             as vehicle_months
from reached
group by model, powertrain, class, width
order by model, powertrain, class
