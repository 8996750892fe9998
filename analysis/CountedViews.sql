-- Which vehicles were at risk, and which claims count in clusters and rates?  Stands on the views of Views.sql; made when first asked for.

-- Kinds of vehicles sold: alike in every attribute in which clusters are looked for. further holds the attributes beyond the
-- contract's columns, name and value parted by character 31, pairs by character 30. Numbered so that those that differ in province
-- alone are neighbours, then those in climate, and so on: in this order they are summed up to rules.
create table vehicle_strata as
with

kinds as (
    select distinct model, plant, line, powertrain, usage_class, province, climate, further
    from sold_vehicles
)

select kinds.*, row_number() over (order by usage_class, powertrain, plant, line, model, further, climate, province) - 1 as stratum
from kinds;

-- Vehicles sold on or before the as-of date, with the number of their kind and their use in kilometres a day: the median over
-- readings, which forgives a mistyped one; the median of vehicles of the same use where a vehicle has no reading.
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

select sold.*, coalesce(use_of_vehicle.km_per_day, use_of_class.km_per_day) as km_per_day, strata.stratum
from sold_vehicles as sold
inner join vehicle_strata as strata
    on strata.model is not distinct from sold.model and strata.plant is not distinct from sold.plant
    and strata.line is not distinct from sold.line and strata.powertrain is not distinct from sold.powertrain
    and strata.usage_class is not distinct from sold.usage_class and strata.province is not distinct from sold.province
    and strata.climate is not distinct from sold.climate and strata.further is not distinct from sold.further
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
    vehicles.vin, vehicles.stratum, vehicles.model, vehicles.powertrain, vehicles.build_month, vehicles.built_on, vehicles.in_service_on,
    vehicles.km_per_day, vehicles.out_of_service_on,
    least(scope.as_of + 1, vehicles.warranty_ends_on + 1, vehicles.out_of_service_on) as exposed_until
from warranted_vehicles as vehicles cross join scope;

-- Why each version of a claim counts in clusters and rates, or does not; the first reason that holds; with what is known of its
-- vehicle. A version is current from its closing until a higher one is closed (superseded_on), so that earlier month ends can be
-- looked at as they were known.
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
        stored_claims.claim_id, stored_claims.version, stored_claims.vin, stored_claims.causal_part, stored_claims.failure_mode,
        stored_claims.dealer_code, coalesce(stored_claims.failed_on, stored_claims.reported_on) as happened_on,
        coalesce(stored_claims.decided_on, stored_claims.closed_on) as judged_on, stored_claims.closed_on,
        stored_claims.verdict, stored_claims.campaign_code, stored_claims.attribution, stored_claims.odometer_km, stored_claims.approved_amount,
        stored_claims.supplier_code, stored_claims.part_batch,
        coalesce(revised_claims.first_closed_on, stored_claims.closed_on) as first_closed_on, revisions.superseded_on
    from stored_claims
    cross join scope
    left join revised_claims on revised_claims.claim_id = stored_claims.claim_id
    left join revisions on revisions.claim_id = stored_claims.claim_id and revisions.version = stored_claims.version
    where stored_claims.closed_on <= scope.as_of
      and not is_left_out(concat_ws(' ', stored_claims.complaint, stored_claims.cause, stored_claims.correction))
)

select
    versions.claim_id, versions.version, versions.vin, versions.causal_part, versions.failure_mode, versions.dealer_code, versions.happened_on,
    versions.judged_on, versions.closed_on, versions.first_closed_on, versions.superseded_on, versions.odometer_km, versions.approved_amount,
    versions.supplier_code, versions.part_batch, vehicles.stratum, vehicles.model, vehicles.powertrain, vehicles.build_month, vehicles.built_on, vehicles.in_service_on, vehicles.km_per_day,
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

-- Claims that count in clusters and rates, with what is known of their vehicle; months in service are whole months.
create view counted_claims as
select
    claim_id, version, vin, causal_part, failure_mode, dealer_code, happened_on, first_closed_on, closed_on, approved_amount,
    supplier_code, part_batch, stratum, model, powertrain, build_month, built_on, in_service_on, odometer_km, km_per_day,
    cast(datesub('month', in_service_on, happened_on) as integer) as months_in_service
from version_standing
where standing = 'counted' and superseded_on is null;

-- The usual reporting lag: median days from the failure to the first closing.
create table closing_lag as
select coalesce(median(first_closed_on - happened_on), 0) as days
from counted_claims;

-- Claims and vehicles as the scan looks at them: versions that count, at the month ends while they were the current one.
create view scanned_versions as
select *
from version_standing
where standing = 'counted' and (superseded_on is null or superseded_on > closed_on);

-- The charts and dealers of these versions, by their places in order.
create table scanned_charts as
select row_number() over (order by causal_part, failure_mode) - 1 as chart, causal_part, failure_mode, count(*) as versions
from scanned_versions
group by causal_part, failure_mode;

create table scanned_dealers as
select row_number() over (order by dealer_code) - 1 as dealer, dealer_code
from (select distinct dealer_code from scanned_versions);

-- From which day on closings of a vehicle's claims are of high mileage: a median reporting lag after it has come so far, by its own use.
create macro far_on(in_service_on, km_per_day, far_km, lag_days) as
    in_service_on + cast(least(ceil(far_km / nullif(km_per_day, 0)), 36500) as integer) + cast(lag_days as integer);
