-- What are the parts called?  One row per causal part with a name; text as delivered.
select
    cast(causal_part as varchar) as causal_part,
    cast(name as varchar)        as name
from stored_parts
where name is not null
order by causal_part
