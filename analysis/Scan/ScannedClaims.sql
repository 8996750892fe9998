-- Which claim versions count, on which vehicles, and while which months were they current?  One row per version that counts, in no
-- order: there may be millions. chart and dealer are the places of its part and failure mode, and of its dealer, in ScannedCharts.sql
-- and ScannedDealers.sql; claim and vehicle are names that fit into 64 bits. Months are 12 x year + month - 1, closed_month is the
-- claim's first closing, far_month the first month in which claims at high mileage may be closed.
with

versions as (
    select
        scanned_versions.*, scanned_charts.chart, scanned_dealers.dealer,
        far_on(scanned_versions.in_service_on, scanned_versions.km_per_day, scope.far_km, closing_lag.days) as far_on
    from scanned_versions
    cross join closing_lag
    cross join scope
    inner join scanned_charts
        on scanned_charts.causal_part = scanned_versions.causal_part and scanned_charts.failure_mode = scanned_versions.failure_mode
    inner join scanned_dealers on scanned_dealers.dealer_code = scanned_versions.dealer_code
)

select
    cast(hash(claim_id) as ubigint)                as claim,
    cast(hash(vin) as ubigint)                     as vehicle,
    cast(chart as integer)                         as chart,
    cast(dealer as integer)                        as dealer,
    cast(stratum as integer)                       as stratum,
    cast(built_on as date)                         as built_on,
    cast(month_number(in_service_on) as integer)   as sale_month,
    cast(month_number(first_closed_on) as integer) as closed_month,
    cast(month_number(closed_on) as integer)       as current_from,
    cast(month_number(superseded_on) as integer)   as current_until,
    cast(month_number(judged_on) as integer)       as judged_month,
    cast(month_number(far_on) as integer)          as far_month
from versions
