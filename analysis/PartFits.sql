-- Where is each claimed part fitted?  One row per part: models and powertrains, from the table parts (empty = all), else
-- those on which it has been claimed; lists joined by ;.
with

claimed as (
    select
        causal_part,
        string_agg(distinct model, ';' order by model)           as models,
        string_agg(distinct powertrain, ';' order by powertrain) as powertrains
    from counted_claims
    group by causal_part
)

select
    cast(claimed.causal_part as varchar) as causal_part,
    cast(case when listed.causal_part is null then claimed.models else listed.models end as varchar)           as models,
    cast(case when listed.causal_part is null then claimed.powertrains else listed.powertrains end as varchar) as powertrains
from claimed
left join stored_parts as listed on listed.causal_part = claimed.causal_part
order by causal_part
