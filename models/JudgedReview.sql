-- Which dealer's claims were reviewed with a clear finding, when, and what was found?  One row per version reviewed, by day.
select
    cast(claims.dealer_code as varchar)                         as dealer_code,
    cast(version_findings.decided_at as date)                   as found_on,
    cast(version_findings.finding = 'owner_caused' as boolean)  as is_owner_caused
from version_findings
inner join judged_claims as claims on claims.claim_id = version_findings.claim_id
where version_findings.finding <> 'unclear'
order by found_on, dealer_code, is_owner_caused
