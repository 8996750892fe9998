-- How many vehicles of each build month have been in service how long?  One row per model, powertrain, build month and whole
-- months from the sale to the as-of date, or to the day on which the vehicle left service.
select
    cast(vehicles.model as varchar)       as model,
    cast(vehicles.powertrain as varchar)  as powertrain,
    cast(vehicles.build_month as date)    as build_month,
    cast(datesub('month', vehicles.in_service_on, least(scope.as_of, coalesce(vehicles.out_of_service_on, scope.as_of))) as integer) as months_reached,
    cast(count(*) as bigint)              as vehicles
from vehicles cross join scope
where vehicles.out_of_service_on is null or vehicles.out_of_service_on >= vehicles.in_service_on
group by all
order by model, powertrain, build_month, months_reached
