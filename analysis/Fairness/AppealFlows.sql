-- What became of rejections: resubmitted, appealed, paid after all?  One row per quarter in which the rejection was closed and its reason.
-- A rejection: of a current claim its last rejected version. Resubmitted: another current claim names it as its prior claim, the first closed
-- one counts. Days run from the closing of the rejection to the closing that paid; amounts in the store's currency.
with

rejections as (
    select
        stored_claims.claim_id, stored_claims.closed_on, coalesce(stored_claims.rejection_reason, 'other') as reason, stored_claims.claimed_amount,
        claims.appeal, claims.verdict as verdict_now, claims.closed_on as closed_again_on, claims.approved_amount,
        row_number() over (partition by stored_claims.claim_id order by stored_claims.version desc) as recency
    from stored_claims
    inner join settled_claims as claims on claims.claim_id = stored_claims.claim_id and claims.version >= stored_claims.version
    where stored_claims.verdict = 'rejected'
),

resubmissions as (
    select
        prior_claim_id, closed_on, verdict, approved_amount,
        row_number() over (partition by prior_claim_id order by closed_on, claim_id) as place
    from settled_claims
    where prior_claim_id is not null and prior_claim_id <> claim_id
),

flow as (
    select
        cast(date_trunc('quarter', rejections.closed_on) as date) as quarter, rejections.reason, rejections.claimed_amount, rejections.closed_on,
        resubmissions.prior_claim_id is not null as is_resubmitted,
        coalesce(resubmissions.verdict in ('paid', 'partly_paid', 'goodwill'), false) as is_resubmission_paid,
        coalesce(rejections.appeal in ('upheld', 'overturned'), false) as is_appealed,
        coalesce(rejections.appeal = 'overturned', false) as is_overturned,
        rejections.verdict_now in ('paid', 'partly_paid', 'goodwill') as is_paid_now,
        rejections.closed_again_on, rejections.approved_amount,
        resubmissions.closed_on as resubmission_closed_on, resubmissions.approved_amount as resubmission_amount
    from rejections
    left join resubmissions on resubmissions.prior_claim_id = rejections.claim_id and resubmissions.place = 1
    where rejections.recency = 1
)

select
    cast(quarter as date)                                                                    as quarter,
    cast(reason as varchar)                                                                  as reason,
    cast(count(*) as bigint)                                                                 as rejected,
    cast(count(*) filter (where is_resubmitted) as bigint)                                   as resubmitted,
    cast(count(*) filter (where is_resubmission_paid) as bigint)                             as resubmitted_paid,
    cast(count(*) filter (where is_appealed) as bigint)                                      as appealed,
    cast(count(*) filter (where is_overturned) as bigint)                                    as overturned,
    cast(count(*) filter (where is_paid_now or is_resubmission_paid) as bigint)              as paid_after_all,
    cast(coalesce(sum(case
        when is_paid_now then closed_again_on - closed_on
        when is_resubmission_paid then resubmission_closed_on - closed_on
    end), 0) as bigint)                                                                      as days_to_payment,
    cast(sum(claimed_amount) as decimal(18, 2))                                              as claimed_amount,
    cast(coalesce(sum(case
        when is_paid_now then approved_amount
        when is_resubmission_paid then resubmission_amount
    end), 0) as decimal(18, 2))                                                              as paid_amount
from flow
group by quarter, reason
order by quarter, reason
