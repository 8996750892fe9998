-- What has been claimed for one vehicle?  One row per version of each claim of the dossier's vehicle (relation dossier_subject) or, without a vehicle, of its claim; money, days, kilometres.
with

mine as (
    select claims.claim_id, claims.version as current_version, claims.happened_on
    from claims cross join dossier_subject as subject
    where claims.claim_id = subject.claim_id or claims.vin = subject.vin
)

select
    cast(versions.claim_id as varchar)                        as claim_id,
    cast(versions.version as integer)                         as version,
    cast(versions.version = mine.current_version as boolean)  as is_current,
    cast(versions.prior_claim_id as varchar)                  as prior_claim_id,
    cast(versions.campaign_code as varchar)                   as campaign_code,
    cast(versions.repair_order_no as varchar)                 as repair_order_no,
    cast(versions.invoice_no as varchar)                      as invoice_no,
    cast(versions.vin as varchar)                             as vin,
    cast(versions.dealer_code as varchar)                     as dealer_code,
    cast(versions.authorised as boolean)                      as authorised,
    cast(versions.failed_on as date)                          as failed_on,
    cast(versions.reported_on as date)                        as reported_on,
    cast(versions.inspected_on as date)                       as inspected_on,
    cast(versions.decided_on as date)                         as decided_on,
    cast(versions.paid_on as date)                            as paid_on,
    cast(versions.closed_on as date)                          as closed_on,
    cast(versions.followed_up_on as date)                     as followed_up_on,
    cast(versions.repair_in_on as date)                       as repair_in_on,
    cast(versions.repair_out_on as date)                      as repair_out_on,
    cast(versions.part_returned_on as date)                   as part_returned_on,
    cast(versions.part_analysed_on as date)                   as part_analysed_on,
    cast(versions.odometer_km as integer)                     as odometer_km,
    cast(versions.failure_mode as varchar)                    as failure_mode,
    cast(versions.causal_part as varchar)                     as causal_part,
    cast(versions.replaced_parts as varchar)                  as replaced_parts,
    cast(versions.labour_operation as varchar)                as labour_operation,
    cast(versions.labour_hours as double)                     as labour_hours,
    cast(versions.standard_hours as double)                   as standard_hours,
    cast(versions.attribution as varchar)                     as attribution,
    cast(versions.appraisal as varchar)                       as appraisal,
    cast(versions.verdict as varchar)                         as verdict,
    cast(versions.rejection_reason as varchar)                as rejection_reason,
    cast(versions.rejection_note as varchar)                  as rejection_note,
    cast(versions.appeal as varchar)                          as appeal,
    cast(versions.remedy as varchar)                          as remedy,
    cast(versions.claimed_amount as decimal(18, 2))           as claimed_amount,
    cast(versions.approved_amount as decimal(18, 2))          as approved_amount,
    cast(versions.parts_amount as decimal(18, 2))             as parts_amount,
    cast(versions.labour_amount as decimal(18, 2))            as labour_amount,
    cast(versions.sublet_amount as decimal(18, 2))            as sublet_amount,
    cast(versions.other_amount as decimal(18, 2))             as other_amount,
    cast(versions.photos as integer)                          as photos,
    cast(versions.old_part_returned as boolean)               as old_part_returned,
    cast(versions.fault_codes_read as boolean)                as fault_codes_read,
    cast(versions.maintenance_record as boolean)              as maintenance_record,
    cast(versions.complaint as varchar)                       as complaint,
    cast(versions.cause as varchar)                           as cause,
    cast(versions.correction as varchar)                      as correction
from stored_claims as versions
inner join mine on mine.claim_id = versions.claim_id and versions.version <= mine.current_version
order by mine.happened_on, claim_id, version
