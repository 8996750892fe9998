-- Of which claims features are asked: those that owner-caused damage can hide among, closed since the day asked for or reviewed.
select judged_claims.*
from judged_claims
cross join asked_since
where judged_claims.is_reviewable
  and (judged_claims.closed_on >= asked_since.since or judged_claims.claim_id in (select claim_id from version_findings))
