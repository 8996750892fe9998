-- What are clusters found in without vehicles, and which claims belong to which?  Stands on the views of Views.sql.

-- Claims of stores without vehicles, where only shares can be compared: the vehicle's attributes that the claims themselves carry.
-- part_group is the part up to its first colon; case_id joins the pieces of one delivered row. is_dangerous: the failure mode's
-- class, a mark of harm or the claim's words speak of danger; null where none of these is there. Only new closings.
create table shared_claims as
with

described as (
    select
        claim_id, version,
        max(case when attribute = 'model' then value end) as model,
        max(case when attribute = 'model_year' then value end) as model_year,
        max(case when attribute = 'plant' then value end) as plant,
        max(case when attribute = 'powertrain' then value end) as powertrain,
        bool_or(case
            when attribute in ('crash', 'fire') then lower(value) in ('yes', 'y', 'true', '1')
            when attribute in ('number_of_injured', 'number_of_deaths') then coalesce(try_cast(value as integer), 0) > 0
        end) as is_harmful
    from claims_attributes
    where attribute in ('model', 'model_year', 'plant', 'powertrain', 'crash', 'fire', 'number_of_injured', 'number_of_deaths')
    group by claim_id, version
),

dangerous_modes as (
    select failure_mode, causal_part, safety_class <> 'none' as is_dangerous
    from stored_failure_modes
    where safety_class is not null
),

told as (
    select claim_id, version, nullif(concat_ws(' ', complaint, cause, correction), '') as words
    from claims
)

select
    claims.claim_id, claims.version, claims.causal_part, claims.failure_mode, claims.dealer_code, claims.happened_on, claims.closed_on,
    claims.approved_amount,
    trim(split_part(claims.causal_part, ':', 1)) as part_group, split_part(claims.claim_id, '#', 1) as case_id,
    described.model, described.model_year, described.plant, described.powertrain,
    case
        when described.is_harmful or own_mode.is_dangerous or any_mode.is_dangerous or speaks_of_danger(told.words) then true
        when described.is_harmful is not null or own_mode.is_dangerous is not null or any_mode.is_dangerous is not null or told.words is not null then false
    end as is_dangerous
from claims
cross join scope
inner join claim_standing on claim_standing.claim_id = claims.claim_id
inner join described on described.claim_id = claims.claim_id and described.version = claims.version
inner join told on told.claim_id = claims.claim_id and told.version = claims.version
left join dangerous_modes as own_mode on own_mode.failure_mode = claims.failure_mode and own_mode.causal_part = claims.causal_part
left join dangerous_modes as any_mode on any_mode.failure_mode = claims.failure_mode and any_mode.causal_part is null
where claim_standing.standing not in ('withdrawn', 'rejected', 'campaign', 'owner_or_external')
    and claims.closed_on >= scope.new_since
    and not exists (select vin from vehicles)
    and (described.model is not null or described.model_year is not null or described.plant is not null or described.powertrain is not null);

-- Listed clusters, to find their claims; filled once they are found.
create table listed_clusters (
    cluster_id varchar, causal_part varchar, failure_mode varchar, built_from date, built_to date,
    model varchar, model_year varchar, plant varchar, powertrain varchar, basis varchar
);

-- What the rules of listed clusters ask for: a claim belongs when each attribute has one of its values; filled with them.
create table listed_conditions (cluster_id varchar, attribute varchar, value varchar);

-- Of which listed clusters the vehicles are asked for; filled with some after the other.
create table asked_clusters (cluster_id varchar);

-- Dealers whose claims of a part and failure mode are their own doing; filled when they are found.
create table pattern_dealers (causal_part varchar, failure_mode varchar, dealer_code varchar);

-- Counted claims that name a supplier, each vehicle once in a failure mode and supplier, at its first such claim; what is one dealer's pattern
-- is left out.
create view supplier_claims as
with

named as (
    select
        claim_id, causal_part, failure_mode, supplier_code, part_batch, dealer_code, stratum, months_in_service, happened_on, first_closed_on, vin,
        hash(causal_part, failure_mode, supplier_code, vin) as likeness
    from counted_claims
    where supplier_code is not null
),

-- Few vehicles have a second such claim: hashes find those that may.
repeated as (
    select likeness
    from named
    group by likeness
    having count(*) > 1
),

in_order as (
    select
        claim_id,
        row_number() over (partition by causal_part, failure_mode, supplier_code, vin order by happened_on, claim_id) as recurrence
    from named
    where likeness in (select likeness from repeated)
)

select named.* exclude (claim_id, happened_on, vin, likeness)
from named
where claim_id not in (select claim_id from in_order where recurrence > 1)
  and not exists (
      select 1 from pattern_dealers
      where pattern_dealers.causal_part = named.causal_part and pattern_dealers.failure_mode = named.failure_mode
        and pattern_dealers.dealer_code = named.dealer_code);

-- Claims that fitted a cluster when they were decided, by their names in 64 bits; filled once it is known.
create table fitting_claims (claim ubigint, cluster_id varchar, ratio double);

-- What the rule of each listed cluster asks of kinds of vehicles and of lots, how many attributes each; and of dealers.
create view listed_rules as
with

asked as (
    select
        cluster_id,
        count(distinct attribute) filter (where attribute not in ('dealer_code', 'supplier_code', 'part_batch')) as of_kind,
        count(distinct attribute) filter (where attribute in ('supplier_code', 'part_batch')) as of_lot,
        list(value) filter (where attribute = 'dealer_code') as dealers
    from listed_conditions
    group by cluster_id
)

select
    listed_clusters.cluster_id, listed_clusters.causal_part, listed_clusters.failure_mode, listed_clusters.built_from, listed_clusters.built_to,
    listed_clusters.basis, coalesce(asked.of_kind, 0) as of_kind, coalesce(asked.of_lot, 0) as of_lot, asked.dealers
from listed_clusters
left join asked on asked.cluster_id = listed_clusters.cluster_id;

-- The kinds of vehicles that satisfy what a rule asks of them; of rules that ask for nothing of the kind there are none.
create view listed_kinds as
with

further as (
    select stratum, unnest(string_split(further, chr(30))) as pair
    from vehicle_strata
),

kind_attributes as (
    select stratum, 'model' as attribute, model as value from vehicle_strata
    union all select stratum, 'plant', plant from vehicle_strata
    union all select stratum, 'line', line from vehicle_strata
    union all select stratum, 'powertrain', powertrain from vehicle_strata
    union all select stratum, 'use', usage_class from vehicle_strata
    union all select stratum, 'province', province from vehicle_strata
    union all select stratum, 'climate', climate from vehicle_strata
    union all select stratum, split_part(pair, chr(31), 1), split_part(pair, chr(31), 2) from further
)

select rules.cluster_id, kind_attributes.stratum
from listed_rules as rules
inner join listed_conditions on listed_conditions.cluster_id = rules.cluster_id
inner join kind_attributes on kind_attributes.attribute = listed_conditions.attribute and kind_attributes.value = listed_conditions.value
group by rules.cluster_id, rules.of_kind, kind_attributes.stratum
having count(distinct kind_attributes.attribute) = rules.of_kind;

-- The claims of each listed cluster, with what is told of them; a claim may belong to several. Rules ask for attributes of the kind of its
-- vehicle, its lot (else the supplier and batch that it names), its dealer. Asked once after clusters were listed; questions read what was
-- found (cluster_claims).
create view found_claims as
with

in_window as (
    select
        rules.cluster_id, rules.of_lot, counted_claims.claim_id, counted_claims.version, counted_claims.vin, counted_claims.causal_part,
        counted_claims.dealer_code, counted_claims.happened_on, counted_claims.approved_amount, counted_claims.supplier_code,
        counted_claims.part_batch, counted_claims.stratum, counted_claims.built_on
    from counted_claims
    inner join listed_rules as rules on rules.causal_part = counted_claims.causal_part
    left join listed_kinds as kinds on kinds.cluster_id = rules.cluster_id and kinds.stratum = counted_claims.stratum
    where (rules.failure_mode = counted_claims.failure_mode or rules.failure_mode = '')
      and counted_claims.built_on >= coalesce(rules.built_from, counted_claims.built_on)
      and counted_claims.built_on <= coalesce(rules.built_to, counted_claims.built_on)
      and (rules.of_kind = 0 or kinds.stratum is not null)
      and (rules.dealers is null or list_contains(rules.dealers, counted_claims.dealer_code))
),

named as (
    select in_window.cluster_id, in_window.claim_id, in_window.version, stored_lots.supplier_code, stored_lots.part_batch
    from in_window
    inner join vehicle_strata on vehicle_strata.stratum = in_window.stratum
    inner join stored_lots
        on stored_lots.causal_part = in_window.causal_part
       and (stored_lots.plant = vehicle_strata.plant or stored_lots.plant is null)
       and in_window.built_on between stored_lots.built_from and stored_lots.built_to
    where in_window.of_lot > 0
    union all
    select cluster_id, claim_id, version, supplier_code, part_batch
    from in_window
    where of_lot > 0 and causal_part not in (select causal_part from stored_lots)
),

met_lots as (
    select named.cluster_id, named.claim_id, named.version, count(distinct listed_conditions.attribute) as of_lot
    from named
    inner join listed_conditions
        on listed_conditions.cluster_id = named.cluster_id
       and (listed_conditions.attribute = 'supplier_code' and listed_conditions.value = named.supplier_code
            or listed_conditions.attribute = 'part_batch' and listed_conditions.value = named.part_batch)
    group by named.cluster_id, named.claim_id, named.version
)

select
    in_window.cluster_id, in_window.claim_id, in_window.version, in_window.vin, in_window.dealer_code, in_window.happened_on,
    in_window.approved_amount
from in_window
left join met_lots
    on met_lots.cluster_id = in_window.cluster_id and met_lots.claim_id = in_window.claim_id and met_lots.version = in_window.version
where in_window.of_lot = coalesce(met_lots.of_lot, 0)
union all
select
    listed_clusters.cluster_id, shared_claims.claim_id, shared_claims.version, null, shared_claims.dealer_code, shared_claims.happened_on,
    shared_claims.approved_amount
from shared_claims
inner join listed_clusters
    on listed_clusters.causal_part = shared_claims.part_group and listed_clusters.failure_mode = shared_claims.failure_mode
where listed_clusters.basis = 'share'
  and coalesce(shared_claims.model, '') = coalesce(listed_clusters.model, '')
  and coalesce(shared_claims.model_year, '') = coalesce(listed_clusters.model_year, '')
  and coalesce(shared_claims.plant, '') = coalesce(listed_clusters.plant, '')
  and coalesce(shared_claims.powertrain, '') = coalesce(listed_clusters.powertrain, '');
