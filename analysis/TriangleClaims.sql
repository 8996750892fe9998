-- How many claims count at which age, of vehicles that have been in service how long?  One row per part, failure mode, model,
-- powertrain, build month, months that the vehicle has reached by the as-of date, and whole months in service at the failure.
select
    cast(counted_claims.causal_part as varchar)        as causal_part,
    cast(counted_claims.failure_mode as varchar)       as failure_mode,
    cast(counted_claims.model as varchar)              as model,
    cast(counted_claims.powertrain as varchar)         as powertrain,
    cast(counted_claims.build_month as date)           as build_month,
    cast(datesub('month', counted_claims.in_service_on, least(scope.as_of, coalesce(vehicles.out_of_service_on, scope.as_of))) as integer) as months_reached,
    cast(counted_claims.months_in_service as integer)  as months_in_service,
    cast(count(*) as bigint)                           as claims
from counted_claims
inner join vehicles on vehicles.vin = counted_claims.vin
cross join scope
group by all
order by causal_part, failure_mode, model, powertrain, build_month, months_reached, months_in_service
