-- Which claims are alike to whoever decides?  Stands on settled_claims; made with it.

-- Decided claims by what makes them alike to whoever decides: within the vehicle's terms or beyond, attribution, kind of shop, evidence
-- (thin: at most one photo, or no old part), campaign. reason is empty where a claim was not rejected.
create view decided_claims as
select
    claims.claim_id, claims.version, claims.closed_on, cast(date_trunc('month', claims.closed_on) as date) as month,
    claims.dealer_code, claims.decided_by, claims.causal_part, claims.failure_mode, claims.model, claims.verdict, claims.claimed_amount,
    case when claims.verdict = 'rejected' then coalesce(claims.rejection_reason, 'other') else '' end as reason,
    concat_ws('|',
        case
            when claims.campaign_code is not null then 'campaign'
            when not claims.is_sold then 'unknown'
            when claims.happened_on > cast(claims.in_service_on + to_months(claims.warranty_months) as date)
                or claims.odometer_km > claims.warranty_km then 'beyond'
            else 'within'
        end,
        claims.attribution,
        case when claims.authorised = false then 'elsewhere' else 'authorised' end,
        case
            when claims.photos is null and claims.old_part_returned is null then 'unknown'
            when claims.photos <= 1 or claims.old_part_returned = false then 'thin'
            else 'full'
        end) as kind,
    case
        when claims.in_service_on is null or claims.happened_on < claims.in_service_on then 'unknown'
        else cast(cast(floor(datesub('month', claims.in_service_on, claims.happened_on) / 6) as integer) as varchar)
    end as half_years
from settled_claims as claims
where claims.verdict <> 'withdrawn';

-- Those of the last two complete quarters, and of the complete months since: what the moves of the share of rejections are made of.
create view moved_claims as
select decided_claims.*
from decided_claims cross join scope
where decided_claims.closed_on >= cast(date_trunc('quarter', scope.as_of + 1) as date) - to_months(6)
  and decided_claims.closed_on < cast(date_trunc('month', scope.as_of + 1) as date);

-- Pairs of near-identical claims: the same part, failure mode, model, kind and half-year in service. Those of a group, closed in the months that
-- are scored, are paired in order of closing, each claim once at most: pairs share no claim and lie close in time. No campaigns. Groups are told
-- by 128 bits of hashes: millions of claims are sorted by them, once for all questions.
create table like_pairs as
with

placed as (
    select
        claim_id, causal_part, reason = '' as is_paid, claimed_amount,
        row_number() over likeness as place,
        lead(claim_id) over likeness as next_claim, lead(reason = '') over likeness as is_next_paid, lead(claimed_amount) over likeness as next_amount
    from decided_claims cross join scope
    where closed_on >= scope.since and half_years <> 'unknown' and model is not null and kind not like 'campaign%'
    window likeness as (partition by hash(causal_part, failure_mode), hash(model, kind, half_years) order by closed_on, claim_id)
)

select
    causal_part, is_paid = is_next_paid as is_alike,
    case when is_paid then claim_id else next_claim end as paid_claim,
    case when is_paid then next_claim else claim_id end as rejected_claim,
    case when is_paid then next_amount else claimed_amount end as rejected_amount
from placed
where place % 2 = 1 and next_claim is not null;
