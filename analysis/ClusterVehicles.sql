-- Which vehicles are of each listed cluster's population?  One row per cluster and vehicle, those not yet sold among them; claims of the
-- cluster, kilometres a day by the vehicle's own use, days under exposure. Whether the part is fitted is judged later.
with

claimed as (
    select cluster_id, vin, count(*) as claims, max(happened_on) as last_claim_on
    from cluster_claims
    where cluster_id in (select cluster_id from asked_clusters)
    group by cluster_id, vin
)

select
    cast(population.cluster_id as varchar)       as cluster_id,
    cast(population.vin as varchar)              as vin,
    cast(population.causal_part as varchar)      as causal_part,
    cast(population.model as varchar)            as model,
    cast(population.powertrain as varchar)       as powertrain,
    cast(population.plant as varchar)            as plant,
    cast(population.province as varchar)         as province,
    cast(population.built_on as date)            as built_on,
    cast(population.in_service_on as date)       as in_service_on,
    cast(coalesce(claimed.claims, 0) as bigint) as claims,
    cast(claimed.last_claim_on as date)         as last_claim_on,
    cast(population.km_per_day as double)        as km_per_day,
    cast(greatest(0, population.exposed_until - population.in_service_on) as integer) as exposed_days
from cluster_population as population
left join claimed on claimed.cluster_id = population.cluster_id and claimed.vin = population.vin
order by population.cluster_id, population.built_on, population.vin
