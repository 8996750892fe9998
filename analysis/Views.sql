-- What is known at the as-of date: the only file that touches storage (stored_…, one relation per table of the contract).

-- Whole numbers from 0, to count months with.
create table numbers as select cast(range as integer) as n from range(0, 600);

-- A day's month, counted from the year 0.
create macro month_number(day) as 12 * year(day) + month(day) - 1;

-- Claims of more than one version known at the as-of date: the highest one, and when any of them was first closed. They are few, and no other
-- claim needs to be looked for: it is enough to group those that have a version above the lowest of all.
create table revised_claims as
select claim_id, max(version) as version, min(closed_on) as first_closed_on, count(*) as versions
from stored_claims cross join scope
where closed_on <= scope.as_of
  and claim_id in (select claim_id from stored_claims where version > (select min(version) from stored_claims))
group by claim_id;

-- Closed claims: of each the highest version closed on or before the as-of date; first_closed_on is when any version was first closed.
create view claims as
select
    stored_claims.*, coalesce(revised_claims.first_closed_on, stored_claims.closed_on) as first_closed_on,
    coalesce(stored_claims.failed_on, stored_claims.reported_on) as happened_on
from stored_claims
cross join scope
left join revised_claims on revised_claims.claim_id = stored_claims.claim_id
where stored_claims.closed_on <= scope.as_of
  and (revised_claims.claim_id is null or revised_claims.version = stored_claims.version)
  and not is_left_out(concat_ws(' ', stored_claims.complaint, stored_claims.cause, stored_claims.correction));

-- Vehicles sold on or before the as-of date; further holds the attributes beyond the contract's columns.
create view sold_vehicles as
select
    vin, model, model_year, built_on, cast(date_trunc('month', built_on) as date) as build_month, in_service_on,
    plant, line, powertrain, coalesce("use", 'private') as usage_class, province, climate, further,
    warranty_months, warranty_km, out_of_service_on
from described_vehicles cross join scope
where in_service_on <= scope.as_of;

-- Readings of the odometer after the first month, per vehicle: at services and at claims.
create view odometer_readings as
select vin, serviced_on as read_on, odometer_km
from stored_services cross join scope
where serviced_on <= scope.as_of and odometer_km is not null
union all
select vin, happened_on as read_on, odometer_km
from claims
where vin is not null and odometer_km is not null;

-- The latest finding of a review on each claim, decided on or before the as-of date; unclear ones are no label.
create view findings as
with

latest as (
    select
        claim_id, version, finding, reviewer, decided_at, selection, probability,
        row_number() over (partition by claim_id order by decided_at desc, version desc, reviewer) as recency
    from stored_verdicts cross join scope
    where cast(decided_at as date) <= scope.as_of
)

select claim_id, version, finding, reviewer, decided_at, selection, probability
from latest
where recency = 1;

-- Engineers' decisions on clusters known at the as-of date.
create view cluster_decisions as
select
    causal_part, failure_mode, rule, built_from, built_to, decision, decided_at, decided_by,
    contained_on, corrected_on, fixed_from, campaign_code, note
from stored_cluster_decisions cross join scope
where cast(decided_at as date) <= scope.as_of;

-- Services known at the as-of date.
create view services as
select vin, serviced_on, odometer_km, dealer_code, authorised
from stored_services cross join scope
where serviced_on <= scope.as_of;

-- The latest finding on each version of a claim, decided on or before the as-of date.
create view version_findings as
with

latest as (
    select
        claim_id, version, finding, decided_at, reviewer, selection, probability,
        row_number() over (partition by claim_id, version order by decided_at desc, reviewer) as recency
    from stored_verdicts cross join scope
    where cast(decided_at as date) <= scope.as_of
)

select claim_id, version, finding, decided_at, reviewer, selection, probability
from latest
where recency = 1;

-- Vehicles as the rules on replacement and refund see them: periods start on the day of the invoice. A vehicle without that day may
-- still be judged by distance; one out of service is nobody's to exchange.
create view guaranteed_vehicles as
select vin, model, "use" as usage_class, province, coalesce(invoiced_on, in_service_on) as starts_on
from stored_vehicles cross join scope
where coalesce(invoiced_on <= scope.as_of, in_service_on <= scope.as_of, true)
  and (out_of_service_on is null or out_of_service_on > scope.as_of);

-- From which figures on a vehicle is watched; filled from the table of guarantees.
create table guarantee_limits (
    repairs integer, same_problem integer, replacements integer, safety_faults integer, stay_days integer, early_fault_days integer, early_days integer,
    only_vin varchar
);

-- What parts count for where they are replaced: themselves, or the assemblies that they belong to; filled from the table of guarantees and the
-- store's parts. A part that is not here counts for itself.
create table replaced_subjects (causal_part varchar, subject varchar, only_as_assembly boolean);

-- Claims closed before this day are asked for only where they were reviewed; filled when claims are scored.
create table asked_since as select date '0001-01-01' as since;

-- Whether the features of a claim are asked for.
create macro is_asked_for(id, day) as day >= (select since from asked_since) or id in (select claim_id from version_findings);

-- The claim or the vehicle that a dossier is of; filled when one is asked for.
create table dossier_subject (claim_id varchar, vin varchar);

-- The narrowest limits of the warranty's rules; filled from the table of rules.
create table replay_limits (months integer, km integer, duplicate_days integer, needs_maintenance boolean);
