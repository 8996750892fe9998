-- Which vehicles are in the build window and satisfy the rule of each listed cluster of rates?  One row per cluster and vehicle, those not
-- yet sold among them; claims of the cluster. Vehicles out of service are nobody's to look for. Whether the part is fitted is judged later.
with

in_window as (
    select
        listed_clusters.cluster_id, listed_clusters.causal_part, stored_vehicles.vin, stored_vehicles.model, stored_vehicles.model_year,
        stored_vehicles.plant, stored_vehicles.line, stored_vehicles.powertrain, coalesce(stored_vehicles."use", 'private') as usage_class,
        stored_vehicles.province, stored_vehicles.climate, stored_vehicles.built_on,
        case when stored_vehicles.in_service_on <= scope.as_of then stored_vehicles.in_service_on end as in_service_on
    from stored_vehicles
    cross join scope
    inner join listed_clusters
        on stored_vehicles.built_on >= coalesce(listed_clusters.built_from, stored_vehicles.built_on)
       and stored_vehicles.built_on <= coalesce(listed_clusters.built_to, stored_vehicles.built_on)
    where listed_clusters.basis = 'rate'
      and stored_vehicles.built_on <= scope.as_of
      and (stored_vehicles.out_of_service_on is null or stored_vehicles.out_of_service_on > scope.as_of)
),

met as (
    select in_window.cluster_id, in_window.vin, listed_conditions.attribute
    from in_window
    inner join listed_conditions on listed_conditions.cluster_id = in_window.cluster_id
    where listed_conditions.value = case listed_conditions.attribute
        when 'model' then in_window.model
        when 'model_year' then cast(in_window.model_year as varchar)
        when 'plant' then in_window.plant
        when 'line' then in_window.line
        when 'powertrain' then in_window.powertrain
        when 'use' then in_window.usage_class
        when 'province' then in_window.province
        when 'climate' then in_window.climate
    end
    union all
    select in_window.cluster_id, in_window.vin, listed_conditions.attribute
    from in_window
    inner join listed_conditions on listed_conditions.cluster_id = in_window.cluster_id
    inner join vehicles_attributes
        on vehicles_attributes.vin = in_window.vin
       and vehicles_attributes.attribute = listed_conditions.attribute
       and vehicles_attributes.value = listed_conditions.value
    union all
    select in_window.cluster_id, in_window.vin, listed_conditions.attribute
    from in_window
    inner join stored_lots
        on stored_lots.causal_part = in_window.causal_part
       and (stored_lots.plant = in_window.plant or stored_lots.plant is null)
       and in_window.built_on between stored_lots.built_from and stored_lots.built_to
    inner join listed_conditions
        on listed_conditions.cluster_id = in_window.cluster_id
       and (listed_conditions.attribute = 'supplier_code' and listed_conditions.value = stored_lots.supplier_code
            or listed_conditions.attribute = 'part_batch' and listed_conditions.value = stored_lots.part_batch)
),

asked as (
    select cluster_id, count(distinct attribute) as attributes
    from listed_conditions
    group by cluster_id
),

met_whole as (
    select met.cluster_id, met.vin
    from met
    inner join asked on asked.cluster_id = met.cluster_id
    group by met.cluster_id, met.vin, asked.attributes
    having count(distinct met.attribute) = asked.attributes
),

claimed as (
    select cluster_claims.cluster_id, counted_claims.vin, count(*) as claims, max(counted_claims.happened_on) as last_claim_on
    from cluster_claims
    inner join counted_claims on counted_claims.claim_id = cluster_claims.claim_id and counted_claims.version = cluster_claims.version
    group by cluster_claims.cluster_id, counted_claims.vin
)

select
    cast(in_window.cluster_id as varchar)       as cluster_id,
    cast(in_window.vin as varchar)              as vin,
    cast(in_window.causal_part as varchar)      as causal_part,
    cast(in_window.model as varchar)            as model,
    cast(in_window.powertrain as varchar)       as powertrain,
    cast(in_window.plant as varchar)            as plant,
    cast(in_window.province as varchar)         as province,
    cast(in_window.built_on as date)            as built_on,
    cast(in_window.in_service_on as date)       as in_service_on,
    cast(coalesce(claimed.claims, 0) as bigint) as claims,
    cast(claimed.last_claim_on as date)         as last_claim_on
from in_window
left join met_whole on met_whole.cluster_id = in_window.cluster_id and met_whole.vin = in_window.vin
left join claimed on claimed.cluster_id = in_window.cluster_id and claimed.vin = in_window.vin
where met_whole.vin is not null or in_window.cluster_id not in (select cluster_id from asked)
order by in_window.cluster_id, in_window.built_on, in_window.vin
