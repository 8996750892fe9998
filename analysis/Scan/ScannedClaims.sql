-- Which claim versions count, on which vehicles, and while which months were they current?  One row per version that counts, in no
-- order: there may be millions. chart and dealer are the places of its part and failure mode, and of its dealer, in ScannedCharts.sql
-- and ScannedDealers.sql; claim and vehicle are names that fit into 64 bits. Months are 12 x year + month - 1, closed_month is the
-- claim's first closing, far_month the first month in which claims at high mileage may be closed.
with

charts as (
    select causal_part, failure_mode, row_number() over (order by causal_part, failure_mode) - 1 as chart
    from (select distinct causal_part, failure_mode from scanned_versions)
),

dealers as (
    select dealer_code, row_number() over (order by dealer_code) - 1 as dealer
    from (select distinct dealer_code from scanned_versions)
),

versions as (
    select
        scanned_versions.*, charts.chart, dealers.dealer,
        far_on(scanned_versions.in_service_on, scanned_versions.km_per_day, scope.far_km, closing_lag.days) as far_on
    from scanned_versions
    cross join closing_lag
    cross join scope
    inner join charts on charts.causal_part = scanned_versions.causal_part and charts.failure_mode = scanned_versions.failure_mode
    inner join dealers on dealers.dealer_code = scanned_versions.dealer_code
)

select
    cast(hash(claim_id) as ubigint) as claim,
    cast(hash(vin) as ubigint)      as vehicle,
    cast(chart as integer)          as chart,
    cast(dealer as integer)         as dealer,
    cast(stratum as integer)        as stratum,
    cast(built_on as date)          as built_on,
    cast(12 * year(in_service_on) + month(in_service_on) - 1 as integer)     as sale_month,
    cast(12 * year(first_closed_on) + month(first_closed_on) - 1 as integer) as closed_month,
    cast(12 * year(closed_on) + month(closed_on) - 1 as integer)             as current_from,
    cast(12 * year(superseded_on) + month(superseded_on) - 1 as integer)     as current_until,
    cast(12 * year(judged_on) + month(judged_on) - 1 as integer)             as judged_month,
    cast(12 * year(far_on) + month(far_on) - 1 as integer)                   as far_month
from versions
