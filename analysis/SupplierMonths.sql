-- When were the claims closed that name the suppliers of parts of which a supplier or batch is listed by shares?  One row per part, failure
-- mode, supplier, batch and month of the first closing; vehicles.
select
    cast(causal_part as varchar)                       as causal_part,
    cast(failure_mode as varchar)                      as failure_mode,
    cast(supplier_code as varchar)                     as supplier_code,
    cast(part_batch as varchar)                        as part_batch,
    cast(date_trunc('month', first_closed_on) as date) as closed_month,
    cast(count(*) as bigint)                           as vehicles
from supplier_claims
where causal_part in (select causal_part from listed_clusters where basis = 'share')
group by all
order by all
