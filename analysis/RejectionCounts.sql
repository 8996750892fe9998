-- Why were claims not paid?  One row per month of closing and reason of rejection; decided = paid, partly paid, goodwill, rejected.
-- An appeal counts for the reason of the rejection it was made against, in the month in which the claim was closed again.
with

-- Few claims were rejected or contested: of the others only the number counts.
contested as (
    select
        claim_id, version, closed_on, claimed_amount, rejection_reason, verdict = 'rejected' as is_rejected,
        coalesce(appeal in ('upheld', 'overturned'), false) as is_appealed, coalesce(appeal = 'overturned', false) as is_overturned
    from claims
    where verdict <> 'withdrawn' and (verdict = 'rejected' or appeal in ('upheld', 'overturned'))
),

-- The rejection that an appeal was made against: the latest up to the current version.
last_rejection as (
    select
        contested.claim_id, stored_claims.rejection_reason,
        row_number() over (partition by contested.claim_id order by stored_claims.version desc) as recency
    from contested
    inner join stored_claims on stored_claims.claim_id = contested.claim_id and stored_claims.version <= contested.version
    where stored_claims.verdict = 'rejected'
),

decided as (
    select
        date_trunc('month', contested.closed_on) as month, contested.claimed_amount,
        coalesce(last_rejection.rejection_reason, 'other') as reason,
        case when contested.is_rejected then 1 else 0 end as rejected,
        case when contested.is_appealed and last_rejection.claim_id is not null then 1 else 0 end as appealed,
        case when contested.is_overturned and last_rejection.claim_id is not null then 1 else 0 end as overturned
    from contested
    left join last_rejection on last_rejection.claim_id = contested.claim_id and last_rejection.recency = 1
),

of_month as (
    select date_trunc('month', closed_on) as month, count(*) as decided_claims
    from claims
    where verdict <> 'withdrawn'
    group by 1
)

select
    cast(strftime(decided.month, '%Y-%m') as varchar)                                  as period,
    cast(decided.reason as varchar)                                                    as reason,
    cast(sum(decided.rejected) as bigint)                                              as rejected_claims,
    cast(max(of_month.decided_claims) as bigint)                                       as decided_claims,
    cast(sum(decided.appealed) as bigint)                                              as appeals,
    cast(sum(decided.overturned) as bigint)                                            as overturned,
    cast(sum(decided.rejected * decided.claimed_amount) as decimal(18, 2))             as claimed_amount
from decided
inner join of_month on of_month.month = decided.month
where decided.rejected = 1 or decided.appealed = 1
group by decided.month, decided.reason
order by period, rejected_claims desc, reason
