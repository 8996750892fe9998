-- Which parts are claimed how?  One row per part and failure mode, in their order; claim versions that count.
select
    cast(causal_part as varchar)  as causal_part,
    cast(failure_mode as varchar) as failure_mode,
    cast(versions as integer)     as versions
from scanned_charts
order by chart
