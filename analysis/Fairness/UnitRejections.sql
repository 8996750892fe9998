-- How many claims of a dealer, a province or a clerk are rejected, by what they are?  One row per kind of unit, unit, causal part, band of
-- months in service, attribution and whether the shop is authorised; claims closed in the months that are scored (scope.since), decided and
-- not of a campaign. Counts. The province is the dealer's, else the vehicle's; claims without the unit's code are left out.
with

decided as (
    select
        claims.dealer_code, claims.province, claims.decided_by,
        claims.causal_part, claims.attribution, coalesce(claims.authorised, true) as authorised, claims.verdict,
        case
            when not claims.is_sold or claims.in_service_on is null or claims.happened_on < claims.in_service_on then 'unknown'
            when datesub('month', claims.in_service_on, claims.happened_on) < 12 then '0-11'
            when datesub('month', claims.in_service_on, claims.happened_on) < 24 then '12-23'
            when datesub('month', claims.in_service_on, claims.happened_on) < 36 then '24-35'
            else '36+'
        end as months_in_service
    from settled_claims as claims cross join scope
    where claims.verdict <> 'withdrawn' and claims.campaign_code is null and claims.closed_on >= scope.since
),

of_unit as (
    select 'dealer' as kind, dealer_code as unit, causal_part, months_in_service, attribution, authorised, verdict from decided
    union all
    select 'province' as kind, province as unit, causal_part, months_in_service, attribution, authorised, verdict from decided
    union all
    select 'clerk' as kind, decided_by as unit, causal_part, months_in_service, attribution, authorised, verdict from decided
)

select
    cast(kind as varchar)                                         as kind,
    cast(unit as varchar)                                         as unit,
    cast(causal_part as varchar)                                  as causal_part,
    cast(months_in_service as varchar)                            as months_in_service,
    cast(attribution as varchar)                                  as attribution,
    cast(authorised as boolean)                                   as authorised,
    cast(count(*) as bigint)                                      as decided,
    cast(count(*) filter (where verdict = 'rejected') as bigint)  as rejected
from of_unit
where unit is not null
group by kind, unit, causal_part, months_in_service, attribution, authorised
order by kind, unit, causal_part, months_in_service, attribution, authorised
