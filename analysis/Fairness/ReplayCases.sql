-- Which decisions may disagree with the warranty's rules?  One row per claim that was rejected for a reason that data can check, or paid
-- near or beyond the narrowest limits of the table (relation replay_limits); no campaigns. Distances in kilometres, amounts in the store's currency.
with

decided as not materialized (
    select
        claims.claim_id, claims.version, claims.vin, claims.dealer_code, claims.causal_part, claims.failure_mode, claims.verdict, claims.rejection_reason,
        claims.happened_on, claims.closed_on, claims.odometer_km, claims.authorised, claims.maintenance_record, claims.prior_claim_id,
        claims.claimed_amount, claims.approved_amount, claims.is_listed, claims.usage_class,
        claims.in_service_on, claims.warranty_months, claims.warranty_km, parts.part_class
    from settled_claims as claims
    left join stored_parts as parts on parts.causal_part = claims.causal_part
    where claims.campaign_code is null and claims.verdict in ('paid', 'partly_paid', 'rejected')
),

-- Few claims have another of the same vehicle, part and failure; a hash of the three finds those that may.
repeated as (
    select hash(vin, causal_part, failure_mode) as likeness
    from decided
    where vin is not null
    group by 1
    having count(*) > 1
),

likely as (
    select claim_id, vin, causal_part, failure_mode, verdict, happened_on, closed_on, prior_claim_id
    from decided
    where vin is not null and hash(vin, causal_part, failure_mode) in (select likeness from repeated)
),

-- The same part and failure of one vehicle: the paid claim before, nearest in days.
twins as (
    select
        later.claim_id,
        min(later.happened_on - earlier.happened_on) as days_apart,
        min_by(earlier.claim_id, (later.happened_on - earlier.happened_on, earlier.claim_id)) as duplicate_of
    from likely as later
    cross join replay_limits
    inner join likely as earlier
        on earlier.vin = later.vin and earlier.causal_part = later.causal_part and earlier.failure_mode = later.failure_mode
        and earlier.claim_id <> later.claim_id
    where earlier.verdict in ('paid', 'partly_paid')
      and later.happened_on - earlier.happened_on between 0 and replay_limits.duplicate_days
      and (earlier.happened_on < later.happened_on or earlier.closed_on < later.closed_on or (earlier.closed_on = later.closed_on and earlier.claim_id < later.claim_id))
      and coalesce(later.prior_claim_id, '') <> earlier.claim_id and coalesce(earlier.prior_claim_id, '') <> later.claim_id
    group by later.claim_id
),

candidates as (
    select decided.*, twins.days_apart, twins.duplicate_of
    from decided
    cross join replay_limits
    left join twins on twins.claim_id = decided.claim_id
    where (decided.verdict = 'rejected'
            and decided.rejection_reason in ('out_of_time', 'out_of_mileage', 'unauthorised_shop', 'duplicate', 'wear_item', 'commercial_use', 'lack_of_maintenance'))
       or (decided.verdict <> 'rejected' and (
            decided.authorised = false or twins.claim_id is not null or decided.part_class = 'wear' or replay_limits.needs_maintenance
            or decided.happened_on > cast(decided.in_service_on + to_months(least(replay_limits.months, coalesce(greatest(0, decided.warranty_months), replay_limits.months))) as date)
            or decided.odometer_km > least(replay_limits.km, coalesce(decided.warranty_km, replay_limits.km))))
),

last_services as (
    select candidates.claim_id, max(services.serviced_on) as last_serviced_on
    from candidates
    inner join services on services.vin = candidates.vin and services.serviced_on <= candidates.happened_on
    group by candidates.claim_id
)

select
    cast(candidates.claim_id as varchar)                as claim_id,
    cast(candidates.version as integer)                 as version,
    cast(candidates.vin as varchar)                     as vin,
    cast(candidates.dealer_code as varchar)             as dealer_code,
    cast(candidates.causal_part as varchar)             as causal_part,
    cast(candidates.verdict as varchar)                 as verdict,
    cast(candidates.rejection_reason as varchar)        as rejection_reason,
    cast(candidates.happened_on as date)                as happened_on,
    cast(candidates.closed_on as date)                  as closed_on,
    cast(candidates.odometer_km as integer)             as odometer_km,
    cast(candidates.authorised as boolean)              as authorised,
    cast(candidates.maintenance_record as boolean)      as maintenance_record,
    cast(candidates.is_listed as boolean)               as is_listed,
    cast(candidates.usage_class as varchar)             as usage_class,
    cast(candidates.in_service_on as date)              as in_service_on,
    cast(candidates.warranty_months as integer)         as warranty_months,
    cast(candidates.warranty_km as integer)             as warranty_km,
    cast(candidates.part_class as varchar)              as part_class,
    cast(candidates.days_apart as integer)              as days_apart,
    cast(candidates.duplicate_of as varchar)            as duplicate_of,
    cast(last_services.last_serviced_on as date)        as last_serviced_on,
    cast(candidates.claimed_amount as decimal(18, 2))   as claimed_amount,
    cast(candidates.approved_amount as decimal(18, 2))  as approved_amount
from candidates
left join last_services on last_services.claim_id = candidates.claim_id
order by claim_id
