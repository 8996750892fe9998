-- How was the vehicle driven until the claim's failure?  One row per claim that owner-caused damage can hide among; kilometres and
-- days. Looks at readings taken before the failure day: at services, and at claims that were judged before this one.
with

failures as (
    select claims.claim_id, claims.vin, claims.happened_on, claims.judged_on, claims.odometer_km, vehicles.in_service_on
    from asked_claims as claims
    left join sold_vehicles as vehicles on vehicles.vin = claims.vin
),

readings as (
    select vin, serviced_on as read_on, serviced_on as known_on, odometer_km from services where odometer_km is not null
    union all
    select vin, happened_on as read_on, judged_on as known_on, odometer_km from judged_claims where odometer_km is not null
),

earlier_readings as (
    select
        failures.claim_id, failures.happened_on, failures.odometer_km as claim_km, readings.read_on, readings.odometer_km,
        readings.read_on - failures.in_service_on as days,
        failures.happened_on - failures.in_service_on as failure_days,
        row_number() over (partition by failures.claim_id order by readings.odometer_km desc) as height
    from failures
    inner join readings on readings.vin = failures.vin
    where readings.read_on < failures.happened_on
      and readings.known_on < failures.judged_on
      and readings.read_on >= failures.in_service_on + 30
),

rates as (
    select
        claim_id,
        count(*) as readings,
        count(*) filter (where odometer_km > claim_km) as readings_above,
        median(odometer_km / days) as km_per_day,
        max(odometer_km) filter (where height = 2) as second_highest_km,
        arg_max(odometer_km, (read_on, odometer_km)) as last_km,
        max(read_on) as last_read_on
    from earlier_readings
    group by claim_id
),

-- Where each earlier reading would have come to by the failure, at the vehicle's own rate: their median forgives a mistyped one.
trends as (
    select
        earlier_readings.claim_id,
        median(earlier_readings.odometer_km + rates.km_per_day * (failure_days - days)) as trend_km,
        median(abs(earlier_readings.odometer_km - rates.km_per_day * days)) as trend_spread_km
    from earlier_readings
    inner join rates on rates.claim_id = earlier_readings.claim_id
    group by earlier_readings.claim_id
)

select
    cast(failures.claim_id as varchar)                      as claim_id,
    cast(coalesce(rates.readings, 0) as integer)            as earlier_readings,
    cast(coalesce(rates.readings_above, 0) as integer)      as readings_above,
    cast(rates.km_per_day as double)                        as km_per_day,
    cast(rates.second_highest_km as integer)                as second_highest_km,
    cast(rates.last_km as integer)                          as last_km,
    cast(failures.happened_on - rates.last_read_on as integer) as days_since_reading,
    cast(trends.trend_km as double)                         as trend_km,
    cast(trends.trend_spread_km as double)                  as trend_spread_km
from failures
left join rates on rates.claim_id = failures.claim_id
left join trends on trends.claim_id = failures.claim_id
order by failures.judged_on, claim_id
