-- How many counted claims were closed first in each month, by chart, vehicles and age?  One row per chart (its place in ScannedCharts.sql), kind
-- (the first stratum of the same model and powertrain in VehicleStrata.sql), month of the first closing and month in service; claims of listed
-- clusters are left out. There may be millions of rows, so that they name nothing by texts.
with

kinds as (
    select stratum, min(stratum) over (partition by model, powertrain) as kind
    from vehicle_strata
)

select
    cast(scanned_charts.chart as integer)              as chart,
    cast(kinds.kind as integer)                        as kind,
    cast(date_trunc('month', counted_claims.first_closed_on) as date) as month,
    cast(counted_claims.months_in_service as integer)  as months_in_service,
    cast(count(*) as bigint)                           as claims
from counted_claims
inner join scanned_charts
    on scanned_charts.causal_part = counted_claims.causal_part and scanned_charts.failure_mode = counted_claims.failure_mode
inner join kinds on kinds.stratum = counted_claims.stratum
where not exists (select 1 from cluster_claims where cluster_claims.claim_id = counted_claims.claim_id)
group by all
order by all
