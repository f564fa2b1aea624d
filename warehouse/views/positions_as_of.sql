-- question: Who held which figure on an event by a moment, under a number-word policy?
-- grain: one figure that one holder gives for one harm and victim group of one event, asserted or denied
-- reads: claims_as_of, figures, bounds
create or replace macro positions_as_of(
    seen_by, known_at := timestamp 'infinity', number_words := 'strict'
) as table
select
    claims.event_id,
    claims.harm,
    claims.victim_group,
    claims.holder_id,
    min(claims.holder) as holder,
    min(claims.speaker_kind) as speaker_kind,
    min(claims.speaker_role) as speaker_role,
    claims.figure_id,
    any_value(figures.display) as figure,
    case
        when any_value(figures.value) = 0 and any_value(figures.value_to) is null then 'zero'
        when any_value(figures.word) in ('plural', 'unspecified') then 'no figure'
        when any_value(figures.value) is null then 'vague'
        else 'figure'
    end as said,
    any_value(bounds.low) as low,
    any_value(bounds.high) as high,
    number_words as policy,
    claims.stance,
    claims.part_of is not null as is_part,
    claims.victim_attributes,
    count(*) as claims,
    list(distinct claims.document_id order by claims.document_id) as documents,
    list(distinct claims.originator order by claims.originator) as originators,
    list_distinct(flatten(list(claims.outlets))) as outlets,
    min(claims.seen) as first_seen,
    max(claims.seen) as last_seen,
    max(claims.confidence) as confidence,
    bool_or(claims.standing = 'reviewed') as is_reviewed,
    min(claims.claim_id) as example
from claims_as_of(seen_by, known_at := known_at) as claims
inner join figures on figures.figure_id = claims.figure_id
left join bounds on bounds.figure_id = claims.figure_id and bounds.policy = number_words
where claims.event_id is not null and claims.scope = 'incident'
group by
    claims.event_id,
    claims.harm,
    claims.victim_group,
    claims.holder_id,
    claims.figure_id,
    claims.stance,
    claims.part_of is not null,
    claims.victim_attributes;
