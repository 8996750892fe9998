-- How many of a dealer's claims are rejected, by what they are?  One row per dealer, causal part, band of months in service,
-- attribution and whether the shop is authorised; claims closed in the months that are scored (scope.since), decided and not of a campaign. Counts.
with

decided as (
    select
        claims.dealer_code, claims.causal_part, claims.attribution, coalesce(claims.authorised, true) as authorised, claims.verdict,
        case
            when vehicles.in_service_on is null or claims.happened_on < vehicles.in_service_on then 'unknown'
            when datesub('month', vehicles.in_service_on, claims.happened_on) < 12 then '0-11'
            when datesub('month', vehicles.in_service_on, claims.happened_on) < 24 then '12-23'
            when datesub('month', vehicles.in_service_on, claims.happened_on) < 36 then '24-35'
            else '36+'
        end as months_in_service
    from claims cross join scope
    left join vehicles on vehicles.vin = claims.vin
    where claims.verdict <> 'withdrawn' and claims.campaign_code is null and claims.closed_on >= scope.since
)

select
    cast(dealer_code as varchar)                                  as dealer_code,
    cast(causal_part as varchar)                                  as causal_part,
    cast(months_in_service as varchar)                            as months_in_service,
    cast(attribution as varchar)                                  as attribution,
    cast(authorised as boolean)                                   as authorised,
    cast(count(*) as bigint)                                      as decided,
    cast(count(*) filter (where verdict = 'rejected') as bigint)  as rejected
from decided
group by dealer_code, causal_part, months_in_service, attribution, authorised
order by dealer_code, causal_part, months_in_service, attribution, authorised
