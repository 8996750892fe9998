-- How many pairs of near-identical claims were decided alike?  One row per causal part; pairs of like_pairs, closed in the months that are scored.
select
    cast(causal_part as varchar)                            as causal_part,
    cast(count(*) as bigint)                                as pairs,
    cast(count(*) filter (where is_alike) as bigint)        as alike
from like_pairs
group by causal_part
order by causal_part
