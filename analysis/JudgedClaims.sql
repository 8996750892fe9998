-- Claims by the day on which they were judged: what was known of other claims when one was decided. Withdrawn ones are never judged.
select
    claim_id, version, vin, dealer_code, causal_part, failure_mode, labour_operation, repair_order_no, happened_on, reported_on, closed_on,
    coalesce(decided_on, closed_on) as judged_on, odometer_km, claimed_amount, labour_hours, replaced_parts, old_part_returned,
    verdict in ('paid', 'partly_paid', 'goodwill') as is_paid,
    verdict = 'rejected' as is_refused,
    verdict = 'rejected' and attribution in ('owner', 'external') as is_refused_as_owners,
    verdict in ('paid', 'partly_paid', 'goodwill') and attribution = 'manufacturing' as is_reviewable
from claims
where verdict <> 'withdrawn'
