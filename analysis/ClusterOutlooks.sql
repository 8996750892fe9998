-- Until when may claims of the sold vehicles of each listed cluster still be closed?  One row per cluster, model, powertrain, month of sale and last
-- month; vehicles. The last month lies a median reporting lag after the end of the warranty in months or kilometres, whichever comes first; null:
-- nothing ends it. Months count from the year 0: 12 x year + month - 1.
with

ends as (
    select
        population.cluster_id, population.causal_part, population.model, population.powertrain, population.in_service_on,
        vehicles.warranty_ends_on + cast(closing_lag.days as integer) as ends_on
    from cluster_population as population
    inner join warranted_vehicles as vehicles on vehicles.vin = population.vin
    cross join closing_lag
    where population.in_service_on is not null
)

select
    cast(cluster_id as varchar)                  as cluster_id,
    cast(causal_part as varchar)                 as causal_part,
    cast(model as varchar)                       as model,
    cast(powertrain as varchar)                  as powertrain,
    cast(month_number(in_service_on) as integer) as sale_month,
    cast(month_number(ends_on) as integer)       as last_month,
    cast(count(*) as bigint)                     as vehicles
from ends
group by all
order by cluster_id, causal_part, model, powertrain nulls last, sale_month, last_month nulls last
