-- question: Who held which figure on an event by a moment, under a number-word policy?
-- grain: one figure that one holder gives for one harm and victim group of one event, asserted or denied
-- reads: facts, figures, bounds
create or replace macro positions_as_of(
    seen_by, known_at := timestamp 'infinity', number_words := 'strict', among := 'facts',
    events := null
) as table
with told as (
    select
        event_id,
        harm,
        victim_group,
        victim_attributes,
        holder_id,
        figure_id,
        stance,
        part_of is not null as is_part,
        min(holder) as holder,
        min(speaker_id) as speaker_id,
        min(speaker_kind) as speaker_kind,
        min(speaker_role) as speaker_role,
        count(*) as claims,
        -- Counting distinct values per group is dear: most groups have one row, and lists of
        -- numbers are gathered three times as fast as lists of names.
        case when count(*) = 1 then 1 else len(list_distinct(list(hash(document_id)))) end
            as documents,
        case when count(*) = 1 then 1 else len(list_distinct(list(hash(originator)))) end
            as originators,
        min(coalesce(published, learned)) as first_seen,
        max(coalesce(published, learned)) as last_seen,
        bool_or(published is not null) as is_dated,
        max(confidence) as confidence,
        bool_or(standing = 'reviewed') as is_reviewed,
        min(claim_id) as example
    from query_table(among)
    where event_id is not null
        and scope = 'incident'
        and (events is null or list_contains(events, event_id))
        and learned <= known_at
        and (superseded is null or superseded > known_at)
        and coalesce(published, learned) <= seen_by
    group by
        event_id, harm, victim_group, victim_attributes, holder_id, figure_id, stance,
        part_of is not null
)
select
    told.event_id,
    told.harm,
    told.victim_group,
    told.victim_attributes,
    told.holder_id,
    told.holder,
    told.speaker_id,
    told.speaker_kind,
    told.speaker_role,
    told.figure_id,
    figures.display as figure,
    case
        when figures.value = 0 and figures.value_to is null then 'zero'
        when figures.word in ('plural', 'unspecified') then 'no figure'
        when figures.value is null then 'vague'
        else 'figure'
    end as said,
    bounds.low,
    bounds.high,
    number_words as policy,
    told.stance,
    told.is_part,
    told.claims,
    told.documents,
    told.originators,
    told.first_seen,
    told.last_seen,
    told.is_dated,
    told.confidence,
    told.is_reviewed,
    told.example
from told
inner join figures on figures.figure_id = told.figure_id
left join bounds on bounds.figure_id = told.figure_id and bounds.policy = number_words;
