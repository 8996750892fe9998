-- Until when may claims of sold vehicles still be closed?  One row per stratum, build day, month of sale and last month; vehicles in service.
-- The last month lies a median reporting lag after the end of the warranty in months or kilometres, whichever comes first; null: nothing
-- ends it. Months count from the year 0: 12 x year + month - 1.
select
    cast(vehicles.stratum as integer)                     as stratum,
    cast(vehicles.built_on as date)                       as built_on,
    cast(month_number(vehicles.in_service_on) as integer) as sale_month,
    cast(month_number(vehicles.warranty_ends_on + cast(closing_lag.days as integer)) as integer) as last_month,
    cast(count(*) as bigint)                              as vehicles
from warranted_vehicles as vehicles
cross join closing_lag
cross join scope
where vehicles.out_of_service_on is null or vehicles.out_of_service_on > scope.as_of
group by 1, 2, 3, 4
order by 2, 1, 3, 4 nulls last
