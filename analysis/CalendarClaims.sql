-- How many counted claims were closed first in each month, by chart, vehicles and age?  One row per part, failure mode, model, powertrain,
-- month of the first closing and month in service; claims of listed clusters are left out.
select
    cast(counted_claims.causal_part as varchar)        as causal_part,
    cast(counted_claims.failure_mode as varchar)       as failure_mode,
    cast(counted_claims.model as varchar)              as model,
    cast(counted_claims.powertrain as varchar)         as powertrain,
    cast(date_trunc('month', counted_claims.first_closed_on) as date) as month,
    cast(counted_claims.months_in_service as integer)  as months_in_service,
    cast(count(*) as bigint)                           as claims
from counted_claims
where not exists (select 1 from cluster_claims where cluster_claims.claim_id = counted_claims.claim_id)
group by all
order by all
