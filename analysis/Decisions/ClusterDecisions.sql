-- What have engineers decided on clusters by the as-of date?  One row per decision, the oldest first; days.
select
    cast(causal_part as varchar)                as causal_part,
    cast(coalesce(failure_mode, '') as varchar) as failure_mode,
    cast(coalesce(rule, '') as varchar)         as rule,
    cast(built_from as date)                    as built_from,
    cast(built_to as date)                      as built_to,
    cast(decision as varchar)                   as decision,
    cast(decided_at as date)                    as decided_on,
    cast(decided_by as varchar)                 as decided_by,
    cast(contained_on as date)                  as contained_on,
    cast(corrected_on as date)                  as corrected_on,
    cast(fixed_from as date)                    as fixed_from,
    cast(campaign_code as varchar)              as campaign_code,
    cast(note as varchar)                       as note
from cluster_decisions
order by decided_at, causal_part, failure_mode, rule, built_from, built_to, decision, decided_by, fixed_from, note
