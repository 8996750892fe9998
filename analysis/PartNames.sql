-- What are parts called?  One row per part of the table parts that has a name.
select
    cast(causal_part as varchar) as causal_part,
    cast(name as varchar)        as name
from stored_parts
where name is not null
order by causal_part
