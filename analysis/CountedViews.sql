-- Which vehicles were at risk, and which claims count in clusters and rates?  Stands on the views of Views.sql; made when first asked for.

-- Vehicles sold on or before the as-of date, with their use in kilometres a day: the median over readings, which forgives a
-- mistyped one; the median of vehicles of the same use where a vehicle has no reading.
create table vehicles as
with

use_of_vehicle as (
    select sold.vin, median(readings.odometer_km / (readings.read_on - sold.in_service_on)) as km_per_day
    from sold_vehicles as sold
    inner join odometer_readings as readings on readings.vin = sold.vin
    where readings.read_on >= sold.in_service_on + 30
    group by sold.vin
),

use_of_class as (
    select sold.usage_class, median(use_of_vehicle.km_per_day) as km_per_day
    from sold_vehicles as sold
    inner join use_of_vehicle on use_of_vehicle.vin = sold.vin
    group by sold.usage_class
)

select sold.*, coalesce(use_of_vehicle.km_per_day, use_of_class.km_per_day) as km_per_day
from sold_vehicles as sold
left join use_of_vehicle on use_of_vehicle.vin = sold.vin
left join use_of_class on use_of_class.usage_class = sold.usage_class;

-- The same with the last day of the warranty, in months or in kilometres by the vehicle's own use, whichever ends first; null: nothing ends it.
create view warranted_vehicles as
select
    vehicles.*,
    least(
        cast(in_service_on + to_months(warranty_months) as date),
        case when warranty_km is not null and km_per_day > 0 then in_service_on + cast(least(ceil(warranty_km / km_per_day), 36500) as integer) end
    ) as warranty_ends_on
from vehicles;

-- Exposure: from the day of sale to the day before exposed_until. The last day of a warranty in months is itself inside.
create view exposures as
select
    vehicles.vin, vehicles.model, vehicles.powertrain, vehicles.build_month, vehicles.in_service_on,
    least(scope.as_of + 1, vehicles.warranty_ends_on + 1, vehicles.out_of_service_on) as exposed_until
from warranted_vehicles as vehicles cross join scope;

-- Why each version of a claim counts in clusters and rates, or does not; the first reason that holds. A version is current from
-- its closing until a higher one is closed (superseded_on), so that earlier month ends can be looked at as they were known.
create table version_standing as
with

revisions as (
    select
        claim_id, version,
        min(closed_on) over (partition by claim_id order by version rows between 1 following and unbounded following) as superseded_on
    from stored_claims cross join scope
    where closed_on <= scope.as_of and claim_id in (select claim_id from revised_claims where versions > 1)
),

versions as (
    select
        stored_claims.claim_id, stored_claims.version, stored_claims.vin, stored_claims.closed_on, coalesce(stored_claims.failed_on, stored_claims.reported_on) as happened_on,
        stored_claims.verdict, stored_claims.campaign_code, stored_claims.attribution, stored_claims.odometer_km,
        coalesce(revised_claims.first_closed_on, stored_claims.closed_on) as first_closed_on, revisions.superseded_on
    from stored_claims
    cross join scope
    left join revised_claims on revised_claims.claim_id = stored_claims.claim_id
    left join revisions on revisions.claim_id = stored_claims.claim_id and revisions.version = stored_claims.version
    where stored_claims.closed_on <= scope.as_of
)

select
    versions.claim_id, versions.version, versions.vin, versions.happened_on, versions.closed_on, versions.first_closed_on, versions.superseded_on,
    case
        when versions.verdict = 'withdrawn' then 'withdrawn'
        when versions.verdict = 'rejected' then 'rejected'
        when versions.campaign_code is not null then 'campaign'
        when versions.attribution in ('owner', 'external') then 'owner_or_external'
        when versions.vin is null then 'no_vin'
        when vehicles.vin is null then 'unknown_vehicle'
        when versions.happened_on < vehicles.in_service_on then 'before_sale'
        when versions.happened_on > cast(vehicles.in_service_on + to_months(vehicles.warranty_months) as date)
            or versions.odometer_km > vehicles.warranty_km
            or versions.happened_on >= vehicles.out_of_service_on then 'outside_warranty'
        else 'counted'
    end as standing
from versions
left join vehicles on vehicles.vin = versions.vin;

-- The same of the current version alone.
create view claim_standing as
select claim_id, version, vin, happened_on, standing
from version_standing
where superseded_on is null;

-- Vehicles sold, and the number of the stratum of each: vehicles alike in every attribute in which clusters are looked for.
create view stratified_vehicles as
with

further as (
    select vin, string_agg(attribute || chr(31) || value, chr(30) order by attribute) as attributes
    from vehicles_attributes
    group by vin
)

select
    vehicles.vin, vehicles.model, vehicles.plant, vehicles.line, vehicles.powertrain, vehicles.usage_class, vehicles.province, vehicles.climate,
    further.attributes as further, vehicles.built_on, vehicles.in_service_on,
    dense_rank() over (order by
        vehicles.model, vehicles.plant, vehicles.line, vehicles.powertrain, vehicles.usage_class, vehicles.province, vehicles.climate,
        further.attributes) - 1 as stratum
from vehicles
left join further on further.vin = vehicles.vin;

-- Claims that count in clusters and rates, with what is known of their vehicle; months in service are whole months.
create table counted_claims as
select
    claims.claim_id, claims.version, claims.vin, claims.causal_part, claims.failure_mode, claims.dealer_code,
    claims.happened_on, claims.first_closed_on, claims.closed_on, claims.approved_amount,
    vehicles.model, vehicles.powertrain, vehicles.build_month, vehicles.built_on, vehicles.in_service_on,
    cast(datesub('month', vehicles.in_service_on, claims.happened_on) as integer) as months_in_service
from claims
inner join claim_standing on claim_standing.claim_id = claims.claim_id and claim_standing.standing = 'counted'
inner join vehicles on vehicles.vin = claims.vin;

-- The usual reporting lag: median days from the failure to the first closing.
create view closing_lag as
select coalesce(median(first_closed_on - happened_on), 0) as days
from counted_claims;

-- From which day on closings of a vehicle's claims are of high mileage: a median reporting lag after it has come so far, by its own use.
create view far_vehicles as
select
    vehicles.vin,
    vehicles.in_service_on + cast(least(ceil(scope.far_km / nullif(vehicles.km_per_day, 0)), 36500) as integer) + cast(closing_lag.days as integer) as far_on
from vehicles cross join closing_lag cross join scope;
