-- Which claims belong to which listed cluster?  Filled once clusters are found; the views stand on those of Views.sql.

-- Listed clusters, to find their claims; filled once they are found.
create table listed_clusters (
    cluster_id varchar, causal_part varchar, failure_mode varchar, built_from date, built_to date,
    model varchar, model_year varchar, plant varchar, powertrain varchar, basis varchar
);

-- What the rules of listed clusters ask for: a claim belongs when each attribute has one of its values; filled with them.
create table listed_conditions (cluster_id varchar, attribute varchar, value varchar);

-- What rules may ask of a claim that counts: attributes of its vehicle, its lot (else the supplier and batch that it names), its dealer.
create view counted_claim_attributes as
with

of_vehicle as (
    select counted_claims.claim_id, counted_claims.causal_part, counted_claims.dealer_code, counted_claims.built_on, vehicles.vin,
        vehicles.model, vehicles.model_year, vehicles.plant, vehicles.line, vehicles.powertrain, vehicles.usage_class, vehicles.province, vehicles.climate
    from counted_claims
    inner join vehicles on vehicles.vin = counted_claims.vin
),

of_lot as (
    select of_vehicle.claim_id, stored_lots.supplier_code, stored_lots.part_batch
    from of_vehicle
    inner join stored_lots
        on stored_lots.causal_part = of_vehicle.causal_part
       and (stored_lots.plant = of_vehicle.plant or stored_lots.plant is null)
       and of_vehicle.built_on between stored_lots.built_from and stored_lots.built_to
),

of_claim as (
    select counted_claims.claim_id, stored_claims.supplier_code, stored_claims.part_batch
    from counted_claims
    inner join stored_claims on stored_claims.claim_id = counted_claims.claim_id and stored_claims.version = counted_claims.version
    where counted_claims.causal_part not in (select causal_part from stored_lots)
)

select claim_id, 'model' as attribute, model as value from of_vehicle
union all select claim_id, 'model_year', cast(model_year as varchar) from of_vehicle
union all select claim_id, 'plant', plant from of_vehicle
union all select claim_id, 'line', line from of_vehicle
union all select claim_id, 'powertrain', powertrain from of_vehicle
union all select claim_id, 'use', usage_class from of_vehicle
union all select claim_id, 'province', province from of_vehicle
union all select claim_id, 'climate', climate from of_vehicle
union all select claim_id, 'dealer_code', dealer_code from of_vehicle
union all select of_vehicle.claim_id, vehicles_attributes.attribute, vehicles_attributes.value
    from of_vehicle inner join vehicles_attributes on vehicles_attributes.vin = of_vehicle.vin
union all select claim_id, 'supplier_code', supplier_code from of_lot
union all select claim_id, 'part_batch', part_batch from of_lot
union all select claim_id, 'supplier_code', supplier_code from of_claim
union all select claim_id, 'part_batch', part_batch from of_claim;

-- The claims of each listed cluster; a claim may belong to several.
create view cluster_claims as
with

asked as (
    select cluster_id, count(distinct attribute) as attributes
    from listed_conditions
    group by cluster_id
),

in_window as (
    select listed_clusters.cluster_id, counted_claims.claim_id, counted_claims.version
    from counted_claims
    inner join listed_clusters on listed_clusters.causal_part = counted_claims.causal_part
    where listed_clusters.basis = 'rate'
      and (listed_clusters.failure_mode = counted_claims.failure_mode or listed_clusters.failure_mode = '')
      and counted_claims.built_on >= coalesce(listed_clusters.built_from, counted_claims.built_on)
      and counted_claims.built_on <= coalesce(listed_clusters.built_to, counted_claims.built_on)
),

satisfied as (
    select in_window.cluster_id, in_window.claim_id, in_window.version, count(distinct listed_conditions.attribute) as attributes
    from in_window
    inner join listed_conditions on listed_conditions.cluster_id = in_window.cluster_id
    inner join counted_claim_attributes
        on counted_claim_attributes.claim_id = in_window.claim_id
       and counted_claim_attributes.attribute = listed_conditions.attribute
       and counted_claim_attributes.value = listed_conditions.value
    group by in_window.cluster_id, in_window.claim_id, in_window.version
)

select in_window.cluster_id, in_window.claim_id, in_window.version
from in_window
where in_window.cluster_id not in (select cluster_id from asked)
union all
select satisfied.cluster_id, satisfied.claim_id, satisfied.version
from satisfied
inner join asked on asked.cluster_id = satisfied.cluster_id and asked.attributes = satisfied.attributes
union all
select listed_clusters.cluster_id, shared_claims.claim_id, shared_claims.version
from shared_claims
inner join listed_clusters
    on listed_clusters.causal_part = shared_claims.part_group and listed_clusters.failure_mode = shared_claims.failure_mode
where listed_clusters.basis = 'share'
  and coalesce(shared_claims.model, '') = coalesce(listed_clusters.model, '')
  and coalesce(shared_claims.model_year, '') = coalesce(listed_clusters.model_year, '')
  and coalesce(shared_claims.plant, '') = coalesce(listed_clusters.plant, '')
  and coalesce(shared_claims.powertrain, '') = coalesce(listed_clusters.powertrain, '');
