-- What do claims say, month by month of closing?  One row per claim with words, paid or goodwill in part or whole and neither the owner's nor
-- external, of the last 30 whole months; claims of listed clusters are left out. Of more than 200,000 every so-manieth by claim_id.
with

told as (
    select
        claims.claim_id, claims.causal_part, claims.failure_mode, claims.closed_on,
        datesub('month', vehicles.in_service_on, claims.happened_on) as months_in_service,
        concat_ws(' ', claims.complaint, claims.cause, claims.correction) as words
    from claims cross join scope
    left join vehicles on vehicles.vin = claims.vin
    where claims.verdict in ('paid', 'partly_paid', 'goodwill') and coalesce(claims.attribution, '') not in ('owner', 'external')
        and coalesce(claims.complaint, claims.cause, claims.correction) is not null
        and claims.closed_on >= date_trunc('month', scope.as_of + 1) - to_months(30) and claims.closed_on < date_trunc('month', scope.as_of + 1)
        and not exists (select 1 from cluster_claims where cluster_claims.claim_id = claims.claim_id)
),

numbered as (
    select told.*, row_number() over (order by claim_id) as place, count(*) over () as rows
    from told
)

select
    cast(claim_id as varchar)                              as claim_id,
    cast(causal_part as varchar)                           as causal_part,
    cast(failure_mode as varchar)                          as failure_mode,
    cast(date_trunc('month', closed_on) as date)           as month,
    cast(months_in_service as integer)                     as months_in_service,
    cast(words as varchar)                                 as words
from numbered
where place % greatest(1, cast(ceil(rows / 200000.0) as bigint)) = 0
order by claim_id
