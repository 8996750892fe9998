-- Which claims came, and how were like ones treated?  One row per month of closing, kind of like claims and reason of rejection (empty: not rejected).
-- A kind: within the vehicle's terms or beyond, attribution, kind of shop, evidence (thin: at most one photo, or no old part), campaign. Counts of decided claims.
with

decided as (
    select
        date_trunc('month', claims.closed_on) as month,
        case when claims.verdict = 'rejected' then coalesce(claims.rejection_reason, 'other') else '' end as reason,
        concat_ws('|',
            case
                when claims.campaign_code is not null then 'campaign'
                when claims.happened_on > cast(vehicles.in_service_on + to_months(vehicles.warranty_months) as date)
                    or claims.odometer_km > vehicles.warranty_km then 'beyond'
                when vehicles.vin is null then 'unknown'
                else 'within'
            end,
            claims.attribution,
            case when claims.authorised = false then 'elsewhere' else 'authorised' end,
            case
                when claims.photos is null and claims.old_part_returned is null then 'unknown'
                when claims.photos <= 1 or claims.old_part_returned = false then 'thin'
                else 'full'
            end) as kind
    from claims
    left join vehicles on vehicles.vin = claims.vin
    where claims.verdict <> 'withdrawn'
)

select
    cast(month as date)        as month,
    cast(kind as varchar)      as kind,
    cast(reason as varchar)    as reason,
    cast(count(*) as bigint)   as claims
from decided
group by month, kind, reason
order by month, kind, reason
