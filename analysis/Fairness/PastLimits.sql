-- How far past the warranty's end were claims that were rejected for it?  One row per claim rejected for time or distance and closed in the
-- months that are scored (scope.since), with what the end is reckoned from. Days and kilometres; what is not known is null.
select
    cast(claims.rejection_reason as varchar)          as reason,
    cast(claims.happened_on as date)                  as happened_on,
    cast(claims.odometer_km as integer)               as odometer_km,
    cast(vehicles.in_service_on as date)              as in_service_on,
    cast(vehicles.warranty_months as integer)         as warranty_months,
    cast(vehicles.warranty_km as integer)             as warranty_km,
    cast(vehicles."use" as varchar)                   as usage_class
from claims cross join scope
left join stored_vehicles as vehicles on vehicles.vin = claims.vin
where claims.verdict = 'rejected' and claims.rejection_reason in ('out_of_time', 'out_of_mileage') and claims.closed_on >= scope.since
order by all
