-- Which supplier's part, of which batch, was fitted in which plant and build days?  One row per lot.
select
    cast(causal_part as varchar)   as causal_part,
    cast(supplier_code as varchar) as supplier_code,
    cast(part_batch as varchar)    as part_batch,
    cast(plant as varchar)         as plant,
    cast(built_from as date)       as built_from,
    cast(built_to as date)         as built_to
from stored_lots
order by causal_part, built_from, plant, supplier_code, part_batch, built_to
