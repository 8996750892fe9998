-- Of parts whose lots are not known: how do the parts of each supplier and batch fail?  One row per part, failure mode, supplier, batch,
-- plant of the vehicle and year of service; vehicles with a counted claim that names the supplier, each at its first such claim. What is
-- one dealer's pattern is left out.
with

named as (
    select
        counted_claims.causal_part, counted_claims.failure_mode, counted_claims.supplier_code, counted_claims.part_batch,
        counted_claims.dealer_code, vehicle_strata.plant, counted_claims.months_in_service // 12 as year_of_service,
        row_number() over (
            partition by counted_claims.causal_part, counted_claims.failure_mode, counted_claims.supplier_code, counted_claims.vin
            order by counted_claims.happened_on, counted_claims.claim_id
        ) as recurrence
    from counted_claims
    inner join vehicle_strata on vehicle_strata.stratum = counted_claims.stratum
    where counted_claims.supplier_code is not null
      and counted_claims.causal_part not in (select causal_part from stored_lots)
)

select
    cast(causal_part as varchar)        as causal_part,
    cast(failure_mode as varchar)       as failure_mode,
    cast(supplier_code as varchar)      as supplier_code,
    cast(part_batch as varchar)         as part_batch,
    cast(plant as varchar)              as plant,
    cast(year_of_service as integer)    as year_of_service,
    cast(count(*) as bigint)            as vehicles
from named
where recurrence = 1
  and not exists (
      select 1 from pattern_dealers
      where pattern_dealers.causal_part = named.causal_part and pattern_dealers.failure_mode = named.failure_mode
        and pattern_dealers.dealer_code = named.dealer_code)
group by all
order by all
