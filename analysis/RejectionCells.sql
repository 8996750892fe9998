-- Which claims came, and how were like ones treated?  One row per month of closing, kind of like claims and reason of rejection (empty: not rejected).
-- A kind: see decided_claims. Counts of decided claims.
select
    cast(month as date)        as month,
    cast(kind as varchar)      as kind,
    cast(reason as varchar)    as reason,
    cast(count(*) as bigint)   as claims
from decided_claims
group by month, kind, reason
order by month, kind, reason
