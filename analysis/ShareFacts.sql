-- What else is known of each population's newly closed claims with a problem, in a store without vehicles?  One row per
-- population, group of parts, failure mode and dealer; last_claims the latest five claims, kept without ranking all.
select
    cast(model as varchar)          as model,
    cast(model_year as varchar)     as model_year,
    cast(plant as varchar)          as plant,
    cast(powertrain as varchar)     as powertrain,
    cast(part_group as varchar)     as causal_part,
    cast(failure_mode as varchar)   as failure_mode,
    cast(dealer_code as varchar)    as dealer_code,
    cast(count(distinct case_id) as bigint) as claims,
    cast(max(closed_on) as date)    as last_closed_on,
    cast(array_to_string(
        min_by(claim_id, {'days_back': date '2200-01-01' - closed_on, 'claim_id': claim_id}, 5), ';') as varchar) as last_claims
from shared_claims
group by model, model_year, plant, powertrain, part_group, failure_mode, dealer_code
order by model, model_year, plant, powertrain, causal_part, failure_mode, dealer_code
