-- How were like claims decided?  One row per outcome and reason among the other current claims, not withdrawn, of the same part and failure mode as the dossier's claim, by whether their age differs by at most six months.
with

subject as (
    select claims.claim_id, claims.causal_part, claims.failure_mode, datesub('month', vehicles.in_service_on, claims.happened_on) as age
    from claims
    inner join dossier_subject on dossier_subject.claim_id = claims.claim_id
    left join sold_vehicles as vehicles on vehicles.vin = claims.vin
),

likes as (
    select
        claims.verdict, claims.rejection_reason,
        coalesce(abs(datesub('month', vehicles.in_service_on, claims.happened_on) - subject.age) <= 6, false) as is_similar_age
    from claims
    inner join subject on subject.causal_part = claims.causal_part and subject.failure_mode = claims.failure_mode and subject.claim_id <> claims.claim_id
    left join sold_vehicles as vehicles on vehicles.vin = claims.vin
    where claims.verdict <> 'withdrawn'
)

select
    cast(verdict as varchar)                                                                      as verdict,
    cast(case when verdict in ('rejected', 'partly_paid') then rejection_reason end as varchar)   as rejection_reason,
    cast(is_similar_age as boolean)                                                               as is_similar_age,
    cast(count(*) as bigint)                                                                      as claims
from likes
group by verdict, case when verdict in ('rejected', 'partly_paid') then rejection_reason end, is_similar_age
order by verdict, rejection_reason, is_similar_age
