-- Stands on judged_claims of JudgedClaims.sql.

-- Of a claim that teaches of owner-caused damage the claims for other parts on the same order that were reported before it was judged, as
-- one, and what they say; no outcome of theirs.
create table order_claims as
with

-- Few orders hold several parts: the others need not be joined with themselves.
shared as (
    select dealer_code, repair_order_no
    from judged_claims
    where repair_order_no is not null
    group by dealer_code, repair_order_no
    having min(causal_part) <> max(causal_part)
),

members as (
    select judged_claims.*
    from judged_claims
    inner join shared on shared.repair_order_no = judged_claims.repair_order_no and shared.dealer_code = judged_claims.dealer_code
)

select
    judged.claim_id,
    string_agg(distinct others.causal_part || chr(31) || others.failure_mode, ';' order by others.causal_part || chr(31) || others.failure_mode) as charts,
    string_agg(others.complaint, chr(10) order by others.claim_id) as complaint,
    string_agg(others.cause, chr(10) order by others.claim_id) as cause,
    string_agg(others.correction, chr(10) order by others.claim_id) as correction
from members as judged
inner join members as others on others.repair_order_no = judged.repair_order_no and others.dealer_code = judged.dealer_code
where others.reported_on <= judged.judged_on
  and others.claim_id <> judged.claim_id
  and others.causal_part <> judged.causal_part
  and (judged.is_reviewable or judged.is_refused_as_owners)
group by judged.claim_id;
