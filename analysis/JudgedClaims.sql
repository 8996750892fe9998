-- Claims by the day on which they were judged: what was known of other claims when one was decided. Withdrawn ones are never judged.
-- Stands on the views of Views.sql.
create table judged_claims as
select
    claim_id, version, vin, dealer_code, causal_part, failure_mode, labour_operation, repair_order_no, happened_on, reported_on, closed_on,
    coalesce(decided_on, closed_on) as judged_on, odometer_km, claimed_amount, labour_hours, replaced_parts, old_part_returned,
    rejection_reason, complaint, cause, correction,
    verdict in ('paid', 'partly_paid', 'goodwill') as is_paid,
    verdict = 'rejected' as is_refused,
    verdict = 'rejected' and attribution in ('owner', 'external') as is_refused_as_owners,
    verdict in ('paid', 'partly_paid', 'goodwill') and attribution = 'manufacturing' as is_reviewable
from claims
where verdict <> 'withdrawn';

-- Of which claims features are asked: those that owner-caused damage can hide among, closed since the day asked for or reviewed.
create view asked_claims as
select *
from judged_claims
where is_reviewable and is_asked_for(claim_id, closed_on);
