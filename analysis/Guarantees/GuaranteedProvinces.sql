-- In which provinces are the vehicles that rules on replacement and refund may be for?
select distinct cast(province as varchar) as province
from guaranteed_vehicles
order by province
