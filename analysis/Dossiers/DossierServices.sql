-- When was it serviced?  One row per service of the dossier's vehicle (relation dossier_subject) known at the as-of date; days, kilometres.
select
    cast(services.serviced_on as date)      as serviced_on,
    cast(services.odometer_km as integer)   as odometer_km,
    cast(services.dealer_code as varchar)   as dealer_code,
    cast(services.authorised as boolean)    as authorised
from services
inner join dossier_subject as subject on subject.vin = services.vin
order by serviced_on, odometer_km, dealer_code
