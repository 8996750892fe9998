-- Why were claims not paid?  One row per month of closing and reason of rejection; decided = paid, partly paid, goodwill, rejected.
-- An appeal counts for the reason of the rejection it was made against, in the month in which the claim was closed again.
with

last_rejection as (
    select
        stored_claims.claim_id, stored_claims.rejection_reason,
        row_number() over (partition by stored_claims.claim_id order by stored_claims.version desc) as recency
    from stored_claims
    inner join claims on claims.claim_id = stored_claims.claim_id and claims.version >= stored_claims.version
    where stored_claims.verdict = 'rejected'
),

decided as (
    select
        strftime(claims.closed_on, '%Y-%m') as period, claims.claimed_amount,
        coalesce(last_rejection.rejection_reason, 'other')                                        as reason,
        case when claims.verdict = 'rejected' then 1 else 0 end                                   as rejected,
        case when claims.appeal in ('upheld', 'overturned') and last_rejection.claim_id is not null then 1 else 0 end as appealed,
        case when claims.appeal = 'overturned' and last_rejection.claim_id is not null then 1 else 0 end as overturned
    from claims
    left join last_rejection on last_rejection.claim_id = claims.claim_id and last_rejection.recency = 1
    where claims.verdict <> 'withdrawn'
),

of_period as (
    select period, count(*) as decided_claims
    from decided
    group by period
)

select
    cast(decided.period as varchar)                                                    as period,
    cast(decided.reason as varchar)                                                    as reason,
    cast(sum(decided.rejected) as bigint)                                              as rejected_claims,
    cast(max(of_period.decided_claims) as bigint)                                      as decided_claims,
    cast(sum(decided.appealed) as bigint)                                              as appeals,
    cast(sum(decided.overturned) as bigint)                                            as overturned,
    cast(sum(decided.rejected * decided.claimed_amount) as decimal(18, 2))             as claimed_amount
from decided
inner join of_period on of_period.period = decided.period
where decided.rejected = 1 or decided.appealed = 1
group by decided.period, decided.reason
order by period, rejected_claims desc, reason
