-- How many vehicles were sold of each build month?  One row per model, powertrain and build month.
select
    cast(model as varchar)      as model,
    cast(powertrain as varchar) as powertrain,
    cast(build_month as date)   as build_month,
    cast(count(*) as bigint)    as vehicles
from vehicles
group by model, powertrain, build_month
order by model, powertrain, build_month
