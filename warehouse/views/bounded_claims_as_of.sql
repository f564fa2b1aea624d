-- question: What was said on each event by a moment, with the bounds of a number-word policy?
-- grain: one claim of one event's victims; a date alone means the whole of that day
-- reads: facts, figures, bounds, understood_claims_of
create or replace macro bounded_claims_as_of(
    seen_by, known_at := timestamp 'infinity', number_words := 'strict', among := 'internal.facts',
    events := null
) as table
with said as materialized (
    select
        facts.claim_id,
        facts.document_id,
        facts.event_id,
        facts.harm,
        coalesce(facts.is_open, false) as is_open,
        coalesce(facts.is_found, false) as is_found,
        coalesce(facts.shares_bound, false) as shares_bound,
        facts.victim_group,
        facts.wider,
        facts.side,
        facts.victims_text,
        facts.agent_side,
        facts.holder_id,
        facts.holder,
        facts.is_named,
        facts.source,
        facts.speaker_id,
        facts.speaker_kind,
        facts.speaker_role,
        facts.speaker_country,
        facts.figure_id,
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
        -- Named or implied victims are a list of them, and nobody's count; so is the one whom a
        -- witness or a relative saw.
        facts.basis in ('article', 'named', 'plural')
            or coalesce(figures.word in ('most', 'unspecified'), false)
            or (
                coalesce(figures.value = 1, false)
                and facts.speaker_kind in ('witness', 'relatives', 'person')
            )
            as is_listed,
        facts.stance,
        facts.is_withdrawn,
        facts.part_of,
        facts.is_partial,
        facts.repeats,
        facts.adds_to,
        facts.sentence,
        facts.outlets,
        facts.originator,
        facts.published as seen,
        facts.published is not null as is_dated,
        coalesce(facts.published, timestamp '-infinity') as seen_from,
        coalesce(facts.published_to, timestamp 'infinity') as seen_to,
        facts.event_date_from,
        facts.event_date_to,
        facts.event_place,
        facts.confidence,
        facts.standing = 'reviewed' as is_reviewed
    from query_table(among) as facts
    inner join internal.figures on figures.figure_id = facts.figure_id
    left join internal.bounds on bounds.figure_id = facts.figure_id and bounds.policy = number_words
    where facts.event_id is not null
        and facts.scope = 'incident'
        and (events is null or list_contains(events, facts.event_id))
        and facts.learned <= known_at
            + to_days(cast(typeof(known_at) = 'DATE' as integer))
            - to_microseconds(cast(typeof(known_at) = 'DATE' as bigint))
        and (
            facts.superseded is null
            or facts.superseded > known_at
            + to_days(cast(typeof(known_at) = 'DATE' as integer))
            - to_microseconds(cast(typeof(known_at) = 'DATE' as bigint))
        )
        -- What no text dates had been said by the time that we read it.
        and case when facts.published is null then facts.learned else facts.published end <= seen_by
            + to_days(cast(typeof(seen_by) = 'DATE' as integer))
            - to_microseconds(cast(typeof(seen_by) = 'DATE' as bigint))
)
from understood_claims_of('said');
