-- How long does it take until a failure is a closed claim?  One row per lag and truncation, both in days; counted claims.
select
    cast(counted_claims.first_closed_on - counted_claims.happened_on as integer) as lag,
    cast(scope.as_of - counted_claims.happened_on as integer)                    as truncation,
    cast(count(*) as bigint)                                                     as claims
from counted_claims cross join scope
group by lag, truncation
order by lag, truncation
