-- Whose claims count?  One row per dealer, in their order.
select cast(dealer_code as varchar) as dealer_code
from scanned_dealers
order by dealer
