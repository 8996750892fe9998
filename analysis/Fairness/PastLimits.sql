-- How far past the warranty's end were claims that were rejected for it?  One row per claim rejected for time or distance and closed in the
-- months that are scored (scope.since), with what the end is reckoned from. Days and kilometres; what is not known is null.
select
    cast(claims.rejection_reason as varchar)          as reason,
    cast(claims.happened_on as date)                  as happened_on,
    cast(claims.odometer_km as integer)               as odometer_km,
    cast(claims.in_service_on as date)              as in_service_on,
    cast(claims.warranty_months as integer)         as warranty_months,
    cast(claims.warranty_km as integer)             as warranty_km,
    cast(claims.usage_class as varchar)                   as usage_class
from settled_claims as claims cross join scope
where claims.verdict = 'rejected' and claims.rejection_reason in ('out_of_time', 'out_of_mileage') and claims.closed_on >= scope.since
order by all
