-- Which claims came in the last two complete quarters and months, and how were like ones treated?  One row per month of closing, kind of
-- like claims (see decided_claims), dealer, causal part and reason of rejection (empty: not rejected). Counts of decided claims.
select
    cast(decided_claims.month as date)            as month,
    cast(decided_claims.kind as varchar)          as kind,
    cast(decided_claims.dealer_code as varchar)   as dealer_code,
    cast(decided_claims.causal_part as varchar)   as causal_part,
    cast(decided_claims.reason as varchar)        as reason,
    cast(count(*) as bigint)                      as claims
from decided_claims cross join scope
where decided_claims.closed_on >= cast(date_trunc('quarter', scope.as_of + 1) as date) - to_months(6)
  and decided_claims.closed_on < cast(date_trunc('month', scope.as_of + 1) as date)
group by decided_claims.month, decided_claims.kind, decided_claims.dealer_code, decided_claims.causal_part, decided_claims.reason
order by month, kind, dealer_code, causal_part, reason
