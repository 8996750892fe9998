-- Without vehicles, which problems does each population claim?  One row per population (the vehicle's attributes that claims
-- carry), part, failure mode and year of closing.
select
    cast(model as varchar)                      as model,
    cast(model_year as varchar)                 as model_year,
    cast(plant as varchar)                      as plant,
    cast(powertrain as varchar)                 as powertrain,
    cast(causal_part as varchar)                as causal_part,
    cast(failure_mode as varchar)               as failure_mode,
    cast(closed_year as bigint)                 as closed_year,
    cast(count(*) as bigint)                    as claims,
    cast(sum(approved_amount) as decimal(18, 2)) as cost
from shared_claims
group by model, model_year, plant, powertrain, causal_part, failure_mode, closed_year
order by model, model_year, plant, powertrain, causal_part, failure_mode, closed_year
