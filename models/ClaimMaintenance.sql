-- How was the vehicle maintained until the claim's failure?  One row per claim that owner-caused damage can hide among; days and
-- kilometres. Looks at services before the failure day only.
with

failures as (
    select claims.claim_id, claims.vin, claims.happened_on, claims.judged_on, claims.odometer_km, vehicles.in_service_on
    from asked_claims as claims
    left join sold_vehicles as vehicles on vehicles.vin = claims.vin
),

-- The way from the sale through each service to the failure, as stops.
stops as (
    select claim_id, happened_on, in_service_on as stopped_on, 0 as odometer_km, false as is_service, false as is_authorised from failures
    union all
    select claim_id, happened_on, happened_on, odometer_km, false, false from failures
    union all
    select
        failures.claim_id, failures.happened_on, services.serviced_on, services.odometer_km, true, coalesce(services.authorised, true)
    from failures
    inner join services on services.vin = failures.vin
    where services.serviced_on < failures.happened_on and services.serviced_on >= failures.in_service_on
),

stretches as (
    select
        claim_id, happened_on, stopped_on, odometer_km, is_service, is_authorised,
        stopped_on - lag(stopped_on) over way as days,
        odometer_km - lag(odometer_km) over way as km
    from stops
    window way as (partition by claim_id order by stopped_on, is_service, odometer_km)
),

maintenance as (
    select
        claim_id,
        count(*) filter (where is_service) as services,
        count(*) filter (where is_service and not is_authorised) as unauthorised_services,
        min(happened_on - stopped_on) filter (where is_service and is_authorised) as days_since_service,
        max(days) as longest_gap_days,
        max(km) as longest_gap_km
    from stretches
    group by claim_id
)

select
    cast(failures.claim_id as varchar)                      as claim_id,
    cast(maintenance.services as integer)                   as services,
    cast(maintenance.unauthorised_services as integer)      as unauthorised_services,
    cast(maintenance.days_since_service as integer)         as days_since_service,
    cast(maintenance.longest_gap_days as integer)           as longest_gap_days,
    cast(maintenance.longest_gap_km as integer)             as longest_gap_km
from failures
inner join maintenance on maintenance.claim_id = failures.claim_id
order by failures.judged_on, claim_id
