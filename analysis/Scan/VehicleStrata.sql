-- Which kinds of vehicles were sold?  One row per stratum: vehicles alike in every attribute in which clusters are looked for;
-- further holds the attributes beyond the contract's columns, name and value parted by character 31, pairs by character 30.
select
    cast(stratum as integer)     as stratum,
    cast(model as varchar)       as model,
    cast(plant as varchar)       as plant,
    cast(line as varchar)        as line,
    cast(powertrain as varchar)  as powertrain,
    cast(usage_class as varchar) as usage_class,
    cast(province as varchar)    as province,
    cast(climate as varchar)     as climate,
    cast(further as varchar)     as further
from vehicle_strata
order by stratum
