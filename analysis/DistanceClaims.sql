-- At which distance did the claims of each listed cluster, and of its chart, happen?  One row per cluster and class of distance; claims.
-- By the claim's reading, else by the vehicle's own use; vehicles in service; dealers' patterns are left out of the chart.
with

distanced as (
    select
        counted_claims.claim_id, counted_claims.version, counted_claims.causal_part, counted_claims.failure_mode, counted_claims.dealer_code,
        least(
            scope.last_distance,
            cast(floor(coalesce(counted_claims.odometer_km, counted_claims.km_per_day * (counted_claims.happened_on - counted_claims.in_service_on)) / scope.distance_width) as integer)
        ) * scope.distance_width as from_km
    from counted_claims
    cross join scope
    inner join vehicles on vehicles.vin = counted_claims.vin
    where (vehicles.out_of_service_on is null or vehicles.out_of_service_on > scope.as_of)
),

of_charts as (
    select
        listed_clusters.cluster_id, distanced.claim_id, distanced.version, distanced.from_km
    from listed_clusters
    inner join distanced
        on distanced.causal_part = listed_clusters.causal_part and distanced.failure_mode = listed_clusters.failure_mode
    left join pattern_dealers
        on pattern_dealers.causal_part = distanced.causal_part
       and pattern_dealers.failure_mode = distanced.failure_mode
       and pattern_dealers.dealer_code = distanced.dealer_code
    where listed_clusters.basis = 'rate'
      and distanced.from_km is not null
      and pattern_dealers.dealer_code is null
)

select
    cast(of_charts.cluster_id as varchar)              as cluster_id,
    cast(of_charts.from_km as integer)                 as from_km,
    cast(count(cluster_claims.claim_id) as bigint)     as claims,
    cast(count(*) as bigint)                           as all_claims
from of_charts
left join cluster_claims
    on cluster_claims.cluster_id = of_charts.cluster_id and cluster_claims.claim_id = of_charts.claim_id and cluster_claims.version = of_charts.version
group by of_charts.cluster_id, of_charts.from_km
order by of_charts.cluster_id, of_charts.from_km
