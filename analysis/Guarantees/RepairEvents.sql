-- Which repairs can count towards a replacement, a refund or a longer warranty?  One row per repair (a current claim that the maker
-- paid, not caused by owner, wear or from outside) of a vehicle that reaches one of the relation guarantee_limits, by vehicle and day; days, kilometres.
with

repairs as (
    select
        vehicles.vin, vehicles.model, vehicles.province, vehicles.usage_class, vehicles.starts_on,
        claims.claim_id, claims.repair_order_no, claims.happened_on, claims.odometer_km, claims.repair_in_on, claims.repair_out_on,
        claims.causal_part, claims.failure_mode, claims.remedy, claims.replaced_parts,
        coalesce(own.safety_class, everywhere.safety_class) as safety_class
    from claims
    inner join guaranteed_vehicles as vehicles on vehicles.vin = claims.vin
    cross join guarantee_limits as limits
    left join stored_failure_modes as own
        on own.failure_mode = claims.failure_mode and own.causal_part = claims.causal_part
    left join stored_failure_modes as everywhere
        on everywhere.failure_mode = claims.failure_mode and everywhere.causal_part is null
    where claims.verdict in ('paid', 'partly_paid', 'goodwill')
      and claims.attribution not in ('owner', 'external', 'wear')
      and (limits.only_vin is null or claims.vin = limits.only_vin)
      and (vehicles.starts_on is null or claims.happened_on >= vehicles.starts_on)
),

per_vehicle as (
    select
        vin,
        count(*) as repairs,
        count(*) filter (where safety_class is null or safety_class <> 'none') as safety_faults,
        sum(greatest(repair_out_on - repair_in_on, 1)) as stay_days,
        min(happened_on - starts_on) as first_repair_day,
        bool_or(starts_on is null) as starts_unknown
    from repairs
    group by vin
),

-- What a repair may have replaced: its causal part, and those named beside it.
replaced as (
    select vin, causal_part, remedy = 'replace_assembly' as is_whole
    from repairs
    where coalesce(remedy in ('replace_part', 'replace_assembly'), true)
    union all
    select vin, trim(unnest(string_split(replaced_parts, ';'))), false
    from repairs
    where replaced_parts is not null
),

-- What counts only with its like, by a hash: two that share one are looked at for nothing.
counted as (
    select repairs.vin, hash(repairs.causal_part, repairs.failure_mode) as likeness, limits.same_problem as enough
    from repairs cross join guarantee_limits as limits
    union all
    select replaced.vin, hash(coalesce(subjects.subject, replaced.causal_part)), limits.replacements
    from replaced
    cross join guarantee_limits as limits
    left join replaced_subjects as subjects on subjects.causal_part = replaced.causal_part
    where coalesce(not subjects.only_as_assembly or replaced.is_whole, true)
),

watched as (
    select per_vehicle.vin
    from per_vehicle cross join guarantee_limits as limits
    where per_vehicle.repairs >= limits.repairs
       or per_vehicle.safety_faults >= limits.safety_faults
       or per_vehicle.stay_days >= limits.stay_days
       or per_vehicle.first_repair_day <= limits.early_days
       or per_vehicle.starts_unknown
    union
    select vin
    from counted
    group by vin, likeness
    having count(*) >= min(enough)
),

-- The latest reading; of two on one day the larger.
last_reading as (
    select readings.vin, arg_max(readings.odometer_km, (readings.read_on - date '1900-01-01') * 10000000 + readings.odometer_km) as last_km
    from odometer_readings as readings
    inner join watched on watched.vin = readings.vin
    group by readings.vin
)

select
    cast(repairs.vin as varchar)              as vin,
    cast(repairs.model as varchar)            as model,
    cast(repairs.province as varchar)         as province,
    cast(repairs.usage_class as varchar)      as usage_class,
    cast(repairs.starts_on as date)           as starts_on,
    cast(last_reading.last_km as integer)     as last_km,
    cast(repairs.claim_id as varchar)         as claim_id,
    cast(repairs.repair_order_no as varchar)  as repair_order_no,
    cast(repairs.happened_on as date)         as happened_on,
    cast(repairs.odometer_km as integer)      as odometer_km,
    cast(repairs.repair_in_on as date)        as repair_in_on,
    cast(repairs.repair_out_on as date)       as repair_out_on,
    cast(repairs.causal_part as varchar)      as causal_part,
    cast(repairs.failure_mode as varchar)     as failure_mode,
    cast(repairs.safety_class as varchar)     as safety_class,
    cast(repairs.remedy as varchar)           as remedy,
    cast(repairs.replaced_parts as varchar)   as replaced_parts
from repairs
inner join watched on watched.vin = repairs.vin
left join last_reading on last_reading.vin = repairs.vin
order by repairs.vin, repairs.happened_on, repairs.claim_id
