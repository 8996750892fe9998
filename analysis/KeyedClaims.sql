-- By what can alerts on a claim be told apart?  One row per current claim that is neither withdrawn, rejected, paid by a campaign
-- nor caused by the owner or from outside. Values of the vehicle, else those that the claim itself carries; part_group is the part
-- up to its first colon.
with

carried as (
    select
        claim_id, version,
        max(case when attribute = 'model' then value end) as model,
        max(case when attribute = 'model_year' then value end) as model_year,
        max(case when attribute = 'plant' then value end) as plant,
        max(case when attribute = 'powertrain' then value end) as powertrain
    from claims_attributes
    where attribute in ('model', 'model_year', 'plant', 'powertrain')
    group by claim_id, version
)

select
    cast(claims.claim_id as varchar)                                    as claim_id,
    cast(claims.closed_on as date)                                      as closed_on,
    cast(trim(split_part(claims.causal_part, ':', 1)) as varchar)       as part_group,
    cast(claims.failure_mode as varchar)                                as failure_mode,
    cast(coalesce(vehicles.model, carried.model) as varchar)            as model,
    cast(coalesce(cast(vehicles.model_year as varchar), carried.model_year) as varchar) as model_year,
    cast(coalesce(vehicles.plant, carried.plant) as varchar)            as plant,
    cast(vehicles.line as varchar)                                      as line,
    cast(coalesce(vehicles.powertrain, carried.powertrain) as varchar)  as powertrain,
    cast(vehicles.usage_class as varchar)                               as usage_class,
    cast(vehicles.climate as varchar)                                   as climate,
    cast(claims.supplier_code as varchar)                               as supplier_code,
    cast(claims.part_batch as varchar)                                  as part_batch
from claims
inner join claim_standing on claim_standing.claim_id = claims.claim_id
left join vehicles on vehicles.vin = claims.vin
left join carried on carried.claim_id = claims.claim_id and carried.version = claims.version
where claim_standing.standing not in ('withdrawn', 'rejected', 'campaign', 'owner_or_external')
order by closed_on, claim_id
