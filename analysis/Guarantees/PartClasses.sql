-- What do the three-guarantees rules call each part?  One row per listed part; systems are separated by a semicolon.
select
    cast(causal_part as varchar) as causal_part,
    cast(part_class as varchar)  as class,
    cast(systems as varchar)     as systems
from stored_parts
order by causal_part
