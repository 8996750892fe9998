-- Whose claims count?  One row per dealer, in their order.
select distinct cast(dealer_code as varchar) as dealer_code
from scanned_versions
order by dealer_code
