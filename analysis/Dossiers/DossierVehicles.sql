-- Which vehicle is it?  One row: the dossier's vehicle (relation dossier_subject), none where the store does not know it; days, kilometres.
select
    cast(vehicles.vin as varchar)               as vin,
    cast(vehicles.model as varchar)             as model,
    cast(vehicles.model_year as integer)        as model_year,
    cast(vehicles.built_on as date)             as built_on,
    cast(vehicles.in_service_on as date)        as in_service_on,
    cast(vehicles.invoiced_on as date)          as invoiced_on,
    cast(vehicles.plant as varchar)             as plant,
    cast(vehicles.powertrain as varchar)        as powertrain,
    cast(vehicles."use" as varchar)             as usage_class,
    cast(vehicles.province as varchar)          as province,
    cast(vehicles.warranty_months as integer)   as warranty_months,
    cast(vehicles.warranty_km as integer)       as warranty_km,
    cast(vehicles.out_of_service_on as date)    as out_of_service_on
from stored_vehicles as vehicles
inner join dossier_subject as subject on subject.vin = vehicles.vin
order by vin
