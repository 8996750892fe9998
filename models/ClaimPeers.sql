-- What was usual among the claims judged before this one?  One row per claim that owner-caused damage can hide among: counts and
-- medians over like claims; the store's currency, hours, kilometres a day. Windows end the day before the claim was judged.
with

claims_by_day as (
    select
        claims.claim_id, claims.causal_part, claims.failure_mode, claims.labour_operation, vehicles.model, claims.is_reviewable,
        claims.judged_on - date '1990-01-01' as judged_day,
        cast(claims.claimed_amount as double) as claimed_amount,
        cast(claims.labour_hours as double) as labour_hours,
        cast(claims.is_paid as integer) as paid,
        cast(claims.is_refused_as_owners as integer) as refused,
        case when claims.happened_on >= vehicles.in_service_on + 30
            then claims.odometer_km / (claims.happened_on - vehicles.in_service_on) end as km_per_day
    from judged_claims as claims
    left join sold_vehicles as vehicles on vehicles.vin = claims.vin
),

peers as (
    select
        claim_id, is_reviewable,
        count(labour_operation) over operation as operation_claims,
        median(case when labour_operation is not null then claimed_amount end) over operation as operation_amount,
        quantile_cont(case when labour_operation is not null then labour_hours end, [0.5, 0.95]) over operation as operation_hours,
        count(*) over part as part_claims,
        median(claimed_amount) over part as part_amount,
        median(km_per_day) over model as model_km_per_day,
        sum(refused) over chart as chart_refused, sum(paid) over chart as chart_paid
    from claims_by_day
    window
        operation as (partition by labour_operation order by judged_day range between unbounded preceding and 1 preceding),
        part as (partition by causal_part order by judged_day range between unbounded preceding and 1 preceding),
        model as (partition by model order by judged_day range between unbounded preceding and 1 preceding),
        chart as (partition by causal_part, failure_mode order by judged_day range between unbounded preceding and 1 preceding)
)

select
    cast(claim_id as varchar)                    as claim_id,
    cast(operation_claims as integer)            as operation_claims,
    cast(operation_amount as double)             as operation_amount,
    cast(operation_hours[1] as double)           as operation_hours,
    cast(operation_hours[2] as double)           as operation_hours_95,
    cast(part_claims as integer)                 as part_claims,
    cast(part_amount as double)                  as part_amount,
    cast(model_km_per_day as double)             as model_km_per_day,
    cast(coalesce(chart_refused, 0) as integer)  as chart_refused,
    cast(coalesce(chart_paid, 0) as integer)     as chart_paid
from peers
where is_reviewable
order by claim_id
