-- Which claims came in the last two complete quarters and months, and how were like ones treated?  One row per month of closing, kind of
-- like claims (see decided_claims), dealer, causal part and reason of rejection (empty: not rejected). Counts of decided claims.
select
    cast(month as date)            as month,
    cast(kind as varchar)          as kind,
    cast(dealer_code as varchar)   as dealer_code,
    cast(causal_part as varchar)   as causal_part,
    cast(reason as varchar)        as reason,
    cast(count(*) as bigint)       as claims
from moved_claims
group by month, kind, dealer_code, causal_part, reason
order by month, kind, dealer_code, causal_part, reason
