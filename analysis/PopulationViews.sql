-- Which vehicles are of the populations of listed clusters?  Stands on the views of ClusterViews.sql; made with them.

-- The vehicles in the build window that satisfy the rule of each listed cluster of rates, those not yet sold among them; vehicles out of
-- service are nobody's to look for. Sold ones are asked by their kinds, with their use and exposure; of the others there are few. Whether the
-- part is fitted is judged later.
create view cluster_population as
with

-- No vehicle is a dealer's: his pattern has claims alone.
rules as (
    select *
    from listed_rules
    where basis = 'rate' and dealers is null and cluster_id in (select cluster_id from asked_clusters)
),

kinds as (
    select rules.*, listed_kinds.stratum
    from rules
    inner join listed_kinds on listed_kinds.cluster_id = rules.cluster_id
    union all
    select rules.*, vehicle_strata.stratum
    from rules cross join vehicle_strata
    where rules.of_kind = 0
),

sold as (
    select
        kinds.cluster_id, kinds.causal_part, kinds.of_lot, exposures.vin, exposures.stratum, exposures.built_on, exposures.in_service_on,
        exposures.km_per_day, exposures.exposed_until
    from exposures
    cross join scope
    inner join kinds on kinds.stratum = exposures.stratum
    where exposures.built_on between coalesce(kinds.built_from, exposures.built_on) and least(coalesce(kinds.built_to, scope.as_of), scope.as_of)
      and (exposures.out_of_service_on is null or exposures.out_of_service_on > scope.as_of)
),

-- What each rule asks of the contract's attributes, and of how many others.
wanted as (
    select
        cluster_id,
        list(value) filter (where attribute = 'model') as models, list(value) filter (where attribute = 'plant') as plants,
        list(value) filter (where attribute = 'line') as lines, list(value) filter (where attribute = 'powertrain') as powertrains,
        list(value) filter (where attribute = 'use') as uses, list(value) filter (where attribute = 'province') as provinces,
        list(value) filter (where attribute = 'climate') as climates,
        count(distinct attribute) filter (
            where attribute not in ('model', 'plant', 'line', 'powertrain', 'use', 'province', 'climate', 'supplier_code', 'part_batch')) as others
    from listed_conditions
    group by cluster_id
),

unsold as (
    select
        rules.cluster_id, rules.causal_part, rules.of_lot, vehicles.vin, vehicles.model, vehicles.plant, vehicles.powertrain, vehicles.province,
        vehicles.built_on, coalesce(wanted.others, 0) as others
    from stored_vehicles as vehicles
    cross join scope
    inner join rules on vehicles.built_on between coalesce(rules.built_from, vehicles.built_on) and coalesce(rules.built_to, vehicles.built_on)
    left join wanted on wanted.cluster_id = rules.cluster_id
    where coalesce(vehicles.in_service_on > scope.as_of, true)
      and vehicles.built_on <= scope.as_of
      and (vehicles.out_of_service_on is null or vehicles.out_of_service_on > scope.as_of)
      and (wanted.models is null or list_contains(wanted.models, vehicles.model))
      and (wanted.plants is null or list_contains(wanted.plants, vehicles.plant))
      and (wanted.lines is null or list_contains(wanted.lines, vehicles.line))
      and (wanted.powertrains is null or list_contains(wanted.powertrains, vehicles.powertrain))
      and (wanted.uses is null or list_contains(wanted.uses, coalesce(vehicles."use", 'private')))
      and (wanted.provinces is null or list_contains(wanted.provinces, vehicles.province))
      and (wanted.climates is null or list_contains(wanted.climates, vehicles.climate))
),

met_others as (
    select unsold.cluster_id, unsold.vin, count(distinct listed_conditions.attribute) as others
    from unsold
    inner join listed_conditions on listed_conditions.cluster_id = unsold.cluster_id
    inner join vehicles_attributes
        on vehicles_attributes.vin = unsold.vin
       and vehicles_attributes.attribute = listed_conditions.attribute
       and vehicles_attributes.value = listed_conditions.value
    where unsold.others > 0
    group by unsold.cluster_id, unsold.vin
),

of_kind as (
    select
        sold.cluster_id, sold.causal_part, sold.of_lot, sold.vin, strata.model, strata.plant, strata.powertrain, strata.province, sold.built_on,
        sold.in_service_on, sold.km_per_day, sold.exposed_until
    from sold
    inner join vehicle_strata as strata on strata.stratum = sold.stratum
    union all
    select
        unsold.cluster_id, unsold.causal_part, unsold.of_lot, unsold.vin, unsold.model, unsold.plant, unsold.powertrain, unsold.province, unsold.built_on,
        null, null, null
    from unsold
    left join met_others on met_others.cluster_id = unsold.cluster_id and met_others.vin = unsold.vin
    where unsold.others = coalesce(met_others.others, 0)
),

-- Lots are asked of the vehicles that are left.
met_lots as (
    select of_kind.cluster_id, of_kind.vin, count(distinct listed_conditions.attribute) as of_lot
    from of_kind
    inner join stored_lots
        on stored_lots.causal_part = of_kind.causal_part
       and (stored_lots.plant = of_kind.plant or stored_lots.plant is null)
       and of_kind.built_on between stored_lots.built_from and stored_lots.built_to
    inner join listed_conditions
        on listed_conditions.cluster_id = of_kind.cluster_id
       and (listed_conditions.attribute = 'supplier_code' and listed_conditions.value = stored_lots.supplier_code
            or listed_conditions.attribute = 'part_batch' and listed_conditions.value = stored_lots.part_batch)
    where of_kind.of_lot > 0
    group by of_kind.cluster_id, of_kind.vin
)

select of_kind.* exclude (of_lot)
from of_kind
left join met_lots on met_lots.cluster_id = of_kind.cluster_id and met_lots.vin = of_kind.vin
where of_kind.of_lot = coalesce(met_lots.of_lot, 0);
