-- How long does each stage take at each dealer and in each province?  One row per stage, kind of unit, unit, quarter of closing and days since
-- the stage before; claims closed in the months that are scored (scope.since) that have both days. Counts. The province is the dealer's, else the vehicle's.
with

of_claim as (
    select
        date_trunc('quarter', claims.closed_on) as quarter, claims.dealer_code, claims.province,
        claims.reported_on - claims.failed_on as reported, claims.inspected_on - claims.reported_on as inspected,
        claims.decided_on - claims.inspected_on as decided, claims.paid_on - claims.decided_on as paid, claims.closed_on - claims.paid_on as closed,
        case when claims.followed_up_on <= scope.as_of then claims.followed_up_on - claims.closed_on end as followed_up,
        claims.closed_on - claims.reported_on as total
    from settled_claims as claims cross join scope
    where claims.closed_on >= scope.since
),

of_stage as (
    unpivot of_claim on reported, inspected, decided, paid, closed, followed_up, total into name stage value days
),

grouped as (
    select
        stage, quarter, days, case when grouping(dealer_code) = 0 then 'dealer' else 'province' end as kind,
        case when grouping(dealer_code) = 0 then dealer_code else province end as unit, count(*) as claims
    from of_stage
    group by grouping sets ((stage, quarter, days, dealer_code), (stage, quarter, days, province))
)

select
    cast(stage as varchar)      as stage,
    cast(kind as varchar)       as kind,
    cast(unit as varchar)       as unit,
    cast(quarter as date)       as quarter,
    cast(days as integer)       as days,
    cast(claims as bigint)      as claims
from grouped
where unit is not null
order by stage, kind, unit, quarter, days
