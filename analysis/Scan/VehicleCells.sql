-- How many vehicles of each stratum were built and sold when, and until when may claims of them be closed?  One row per stratum,
-- build day, month of sale, last month and first month at high mileage (null: not before the last month); vehicles. The last
-- month lies a median reporting lag after the end of the exposure. By weeks from the first build day, so that a stratum's vehicles of a
-- week lie side by side.
-- Months count from the year 0: 12 x year + month - 1.
with

sold as (
    select
        exposures.stratum, exposures.built_on,
        month_number(exposures.in_service_on)                                   as sale_month,
        exposures.exposed_until - 1 + cast(closing_lag.days as integer)         as ends_on,
        far_on(exposures.in_service_on, exposures.km_per_day, scope.far_km, closing_lag.days) as far_on
    from exposures
    cross join closing_lag
    cross join scope
    where exposures.exposed_until > exposures.in_service_on
)

select
    cast(stratum as integer)               as stratum,
    cast(built_on as date)                 as built_on,
    cast(sale_month as integer)            as sale_month,
    cast(month_number(ends_on) as integer) as last_month,
    cast(case when far_on <= ends_on then month_number(far_on) end as integer) as far_month,
    cast(count(*) as bigint)               as vehicles
from sold
group by 1, 2, 3, 4, 5
order by (any_value(built_on) - (select min(built_on) from sold)) // 7, 1, 2, 3, 4, 5
