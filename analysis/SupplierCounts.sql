-- Of parts whose lots are not known: how do the parts of each supplier and batch fail?  One row per part, failure mode, supplier, batch,
-- plant of the vehicle and year of service; vehicles.
select
    cast(claims.causal_part as varchar)                    as causal_part,
    cast(claims.failure_mode as varchar)                   as failure_mode,
    cast(claims.supplier_code as varchar)                  as supplier_code,
    cast(claims.part_batch as varchar)                     as part_batch,
    cast(vehicle_strata.plant as varchar)                  as plant,
    cast(claims.months_in_service // 12 as integer)        as year_of_service,
    cast(count(*) as bigint)                               as vehicles
from supplier_claims as claims
inner join vehicle_strata on vehicle_strata.stratum = claims.stratum
where claims.causal_part not in (select causal_part from stored_lots)
group by all
order by all
