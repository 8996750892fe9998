-- Which repairs can count towards a replacement, a refund or a longer warranty?  One row per repair (a current claim that the maker
-- paid, not caused by owner, wear or from outside) of a vehicle that reaches one of the relation guarantee_limits, by vehicle and day; days, kilometres.
with

repairs as not materialized (
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

-- What tells which vehicles may be near a trigger, each by a hash: two that share one are looked at for nothing. stay: the day into the workshop
-- and the length, in one number: claims of one stay share its days.
facts as materialized (
    select
        hash(vin) as vehicle, happened_on, happened_on - starts_on as day, coalesce(safety_class <> 'none', true) as may_be_dangerous,
        (repair_in_on - date '1900-01-01') * 400 + least(greatest(repair_out_on - repair_in_on, 1), 399) as stay, hash(causal_part, failure_mode) as problem, causal_part, remedy, replaced_parts
    from repairs
),

per_vehicle as (
    select
        vehicle,
        count(*) as repairs,
        count(*) filter (where may_be_dangerous) as safety_faults,
        list_sum(list_transform(list_distinct(list(stay)), lambda one: one % 400)) as stay_days,
        min(day) filter (where may_be_dangerous) as first_fault_day,
        min(day) as first_repair_day,
        bool_or(day is null) as starts_unknown,
        min(happened_on) < max(happened_on) as is_repeated,
        min(happened_on) filter (where may_be_dangerous) < max(happened_on) filter (where may_be_dangerous) as is_fault_repeated
    from facts
    group by vehicle
),

-- What a repair may have replaced: its causal part, and those named beside it.
replaced as (
    select vehicle, happened_on, causal_part, remedy = 'replace_assembly' as is_whole
    from facts
    where coalesce(remedy in ('replace_part', 'replace_assembly'), true)
    union all
    select vehicle, happened_on, trim(unnest(string_split(replaced_parts, ';'))), false
    from facts
    where replaced_parts is not null
),

-- What counts only with its like.
alike as (
    select facts.vehicle, facts.happened_on, facts.problem as likeness, limits.same_problem as enough
    from facts cross join guarantee_limits as limits
    union all
    select replaced.vehicle, replaced.happened_on, hash(coalesce(subjects.subject, replaced.causal_part)), limits.replacements
    from replaced
    cross join guarantee_limits as limits
    left join replaced_subjects as subjects on subjects.causal_part = replaced.causal_part
    where coalesce(not subjects.only_as_assembly or replaced.is_whole, true)
),

-- Repairs of one day are one: a count of two or more needs two days.
watched as (
    select per_vehicle.vehicle
    from per_vehicle cross join guarantee_limits as limits
    where per_vehicle.repairs >= limits.repairs and (limits.repairs < 2 or per_vehicle.is_repeated)
       or per_vehicle.safety_faults >= limits.safety_faults and (limits.safety_faults < 2 or per_vehicle.is_fault_repeated)
       or per_vehicle.stay_days >= limits.stay_days
       or per_vehicle.first_fault_day <= limits.early_fault_days
       or per_vehicle.first_repair_day <= limits.early_days
       or per_vehicle.starts_unknown
    union
    select vehicle
    from alike
    where vehicle in (select vehicle from per_vehicle where is_repeated) or enough < 2
    group by vehicle, likeness
    having count(*) >= min(enough) and (min(enough) < 2 or min(happened_on) < max(happened_on))
),

watched_repairs as (
    select *
    from repairs
    where hash(vin) in (select vehicle from watched)
),

-- The latest reading; of two on one day the larger.
last_reading as (
    select readings.vin, arg_max(readings.odometer_km, (readings.read_on - date '1900-01-01') * 10000000 + readings.odometer_km) as last_km
    from odometer_readings as readings
    where hash(readings.vin) in (select vehicle from watched)
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
from watched_repairs as repairs
left join last_reading on last_reading.vin = repairs.vin
order by repairs.vin, repairs.happened_on, repairs.claim_id
