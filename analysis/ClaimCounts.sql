-- How many claims count in each chart with a cluster listed by rates?  One row per part, failure mode, model, powertrain, build month and
-- month in service.
select
    cast(causal_part as varchar)        as causal_part,
    cast(failure_mode as varchar)       as failure_mode,
    cast(model as varchar)              as model,
    cast(powertrain as varchar)         as powertrain,
    cast(build_month as date)           as build_month,
    cast(months_in_service as integer)  as months_in_service,
    cast(count(*) as bigint)            as claims
from counted_claims
where exists (
    select 1 from listed_clusters
    where listed_clusters.causal_part = counted_claims.causal_part and listed_clusters.failure_mode = counted_claims.failure_mode
      and listed_clusters.basis = 'rate'
)
group by causal_part, failure_mode, model, powertrain, build_month, months_in_service
order by causal_part, failure_mode, model, powertrain, build_month, months_in_service
