-- A lead or headline without a source tells the figure of whom the text then names for it.
create or replace temp table named_elsewhere as
select distinct on (lead.claim_id) lead.claim_id, said.claim_id as said_id
from stale_claims as lead
inner join stale_claims as said
    on said.document_id = lead.document_id
    and said.harm = lead.harm
    and said.stance = lead.stance
    and said.scope = lead.scope
    and (said.figure_id = lead.figure_id or said."value" = lead."value")
inner join counted_people as counted
    on counted.claim_id = lead.claim_id and counted.origin = lead.origin
inner join counted_people as people
    on people.claim_id = said.claim_id and people.origin = said.origin
where lead.speaker_id is null
    -- One here and one there are seldom the same.
    and (coalesce(lead."value" > 1, true) or people.victim_group = counted.victim_group)
    and lead.origin = 'machine'
    and said.speaker_id is not null
    and lead.basis in ('numeral', 'word', 'vague', 'zero')
order by
    lead.claim_id, said.evidence_start <> lead.evidence_start,
    said.quantity_start < lead.quantity_start, abs(said.quantity_start - lead.quantity_start),
    said.claim_id;

-- What a claim is a part of, or adds to, as far as that counts victims of the same harm and event.
create or replace temp table stale_ties as
select
    claims.claim_id,
    claims.origin,
    bool_or(
        target.claim_id = claims.part_of
        and target.harm = claims.harm
        and target.scope = claims.scope
        and coalesce(whole.people.victim_group, people.victim_group)
        = coalesce(part.people.victim_group, own.victim_group)
    ) as is_partial,
    max(case when target.claim_id = claims.adds_to and target.scope = claims.scope
        then claims.adds_to end) as adds_to
from stale_claims as claims
inner join counted_people as own
    on own.claim_id = claims.claim_id and own.origin = claims.origin
left join understood_people as part on part.claim_id = claims.claim_id
inner join stale_claims as target
    on target.claim_id in (claims.part_of, claims.adds_to)
    -- Besides the dead there can be no other casualties.
    and (target.harm in (claims.harm, 'casualties') or claims.harm = 'casualties')
inner join counted_people as people
    on people.claim_id = target.claim_id and people.origin = target.origin
left join understood_people as whole on whole.claim_id = target.claim_id
left join stale_links as link on link.claim_id = claims.claim_id
left join stale_links as other on other.claim_id = target.claim_id
where other.event_id is not distinct from link.event_id
group by claims.claim_id, claims.origin;

-- Whom a text has told as a part, it tells as the same part later: "the ten on the bus".
create or replace temp table told_again as
select distinct again.claim_id
from stale_ties as ties
inner join stale_claims as part on part.claim_id = ties.claim_id and part.origin = ties.origin
inner join counted_people as own on own.claim_id = part.claim_id and own.origin = part.origin
inner join stale_claims as again
    on again.document_id = part.document_id
    and again.harm = part.harm
    and again.figure_id = part.figure_id
    and again.quantity_start > part.quantity_start
    and again.origin = 'machine'
inner join counted_people as people
    on people.claim_id = again.claim_id
    and people.origin = again.origin
    and people.victim_group = own.victim_group
where ties.is_partial and part."value" > 1;

-- "At least" before the first of two counts that a word joins may be said of both: "at least seven
-- were killed and 20 wounded".
create or replace temp table sharing_bounds as
with counts as (
    select
        claim_id, origin, harm, basis, modifier,
        lag(harm) over sentence as harm_before,
        lag(modifier) over sentence as modifier_before,
        lag(quantity_end) over sentence as end_before,
        evidence_text, evidence_start, quantity_start
    from stale_claims
    window sentence as (
        partition by document_id, evidence_start, origin, speaker_id order by quantity_start
    )
)
select distinct claim_id, origin
from counts
where modifier = 'exact'
    and basis in ('numeral', 'word')
    and modifier_before = 'at_least'
    and harm_before <> harm
    and lower(split_part(trim(
        substr(evidence_text, end_before - evidence_start + 1, quantity_start - end_before)
    ), ' ', -1)) in (select word from joining_words);
