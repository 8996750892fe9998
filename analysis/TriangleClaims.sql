-- How many claims count at which age, of vehicles that have been in service how long?  One row per part, failure mode, build month, months
-- that the vehicle has reached by the as-of date, and whole months in service at the failure.
with

-- Few vehicles are out of service, and only for these does another day count.
gone as (
    select vin, out_of_service_on
    from vehicles
    where out_of_service_on is not null
)

select
    cast(counted_claims.causal_part as varchar)        as causal_part,
    cast(counted_claims.failure_mode as varchar)       as failure_mode,
    cast(counted_claims.build_month as date)           as build_month,
    cast(datesub('month', counted_claims.in_service_on, least(scope.as_of, coalesce(gone.out_of_service_on, scope.as_of))) as integer) as months_reached,
    cast(counted_claims.months_in_service as integer)  as months_in_service,
    cast(count(*) as bigint)                           as claims
from counted_claims
cross join scope
left join gone on gone.vin = counted_claims.vin
group by all
order by causal_part, failure_mode, build_month, months_reached, months_in_service
