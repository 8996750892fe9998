-- Which claim versions count, on which vehicles, and while which months were they current?  One row per version that counts;
-- months are 12 x year + month - 1, closed_month is the claim's first closing, far_month
-- the first month in which claims at high mileage may be closed.
select
    cast(version_standing.claim_id as varchar)     as claim_id,
    cast(version_standing.version as integer)      as version,
    cast(stored_claims.causal_part as varchar)     as causal_part,
    cast(stored_claims.failure_mode as varchar)    as failure_mode,
    cast(stored_claims.dealer_code as varchar)     as dealer_code,
    cast(version_standing.vin as varchar)          as vin,
    cast(stratified_vehicles.stratum as integer)   as stratum,
    cast(stratified_vehicles.built_on as date)     as built_on,
    cast(12 * year(stratified_vehicles.in_service_on) + month(stratified_vehicles.in_service_on) - 1 as integer) as sale_month,
    cast(12 * year(version_standing.first_closed_on) + month(version_standing.first_closed_on) - 1 as integer)   as closed_month,
    cast(12 * year(version_standing.closed_on) + month(version_standing.closed_on) - 1 as integer)               as current_from,
    cast(12 * year(version_standing.superseded_on) + month(version_standing.superseded_on) - 1 as integer)       as current_until,
    cast(12 * year(coalesce(stored_claims.decided_on, stored_claims.closed_on)) + month(coalesce(stored_claims.decided_on, stored_claims.closed_on)) - 1 as integer) as judged_month,
    cast(12 * year(far_vehicles.far_on) + month(far_vehicles.far_on) - 1 as integer) as far_month,
    cast(stored_claims.supplier_code as varchar)   as supplier_code,
    cast(stored_claims.part_batch as varchar)      as part_batch
from version_standing
inner join stored_claims
    on stored_claims.claim_id = version_standing.claim_id and stored_claims.version = version_standing.version
inner join stratified_vehicles on stratified_vehicles.vin = version_standing.vin
inner join far_vehicles on far_vehicles.vin = version_standing.vin
where version_standing.standing = 'counted'
  and (version_standing.superseded_on is null or version_standing.superseded_on > version_standing.closed_on)
order by causal_part, failure_mode, built_on, version_standing.claim_id, version_standing.version
