-- Without vehicles, which problems does each population newly claim?  One row per population (the vehicle's attributes that
-- claims carry), group of parts and failure mode, of newly closed claims. The pieces of one delivered row count once.
-- told_claims are those that say whether the failure is dangerous, dangerous_claims those of them that say it is.
select
    cast(model as varchar)                      as model,
    cast(model_year as varchar)                 as model_year,
    cast(plant as varchar)                      as plant,
    cast(powertrain as varchar)                 as powertrain,
    cast(part_group as varchar)                 as causal_part,
    cast(failure_mode as varchar)               as failure_mode,
    cast(count(distinct case_id) as bigint)     as claims,
    cast(count(distinct case_id) filter (where is_dangerous is not null) as bigint) as told_claims,
    cast(count(distinct case_id) filter (where is_dangerous) as bigint) as dangerous_claims,
    cast(sum(approved_amount) as decimal(18, 2)) as cost
from shared_claims
group by model, model_year, plant, powertrain, part_group, failure_mode
order by model, model_year, plant, powertrain, causal_part, failure_mode
