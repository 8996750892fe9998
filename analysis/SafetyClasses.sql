-- Which safety class has each claimed failure mode?  One row per part and failure mode that the table failure_modes lists;
-- an entry for the part goes before one for all parts.
with

claimed as (
    select distinct causal_part, failure_mode
    from claims
)

select
    cast(claimed.causal_part as varchar)                                       as causal_part,
    cast(claimed.failure_mode as varchar)                                      as failure_mode,
    cast(coalesce(own.safety_class, everywhere.safety_class) as varchar)       as class
from claimed
left join stored_failure_modes as own
    on own.failure_mode = claimed.failure_mode and own.causal_part = claimed.causal_part
left join stored_failure_modes as everywhere
    on everywhere.failure_mode = claimed.failure_mode and everywhere.causal_part is null
where coalesce(own.safety_class, everywhere.safety_class) is not null
order by causal_part, failure_mode
