-- question: Where did the figures on one event disagree by a moment, and how?
-- grain: one event, harm and victim group
-- reads: comparisons_as_of, discrepancies, facts
create or replace macro discrepancies_as_of(
    seen_by, known_at := timestamp 'infinity', number_words := 'strict', among := 'internal.facts',
    events := null
) as table
-- To compare everything anew takes long: what was known of most events then is what is known now,
-- and stands in discrepancies. Only the other events are compared.
with otherwise as (
    select distinct event_id
    from query_table(among)
    where event_id is not null
        and scope = 'incident'
        and (events is null or list_contains(events, event_id))
        and (
            among <> 'internal.facts'
            or number_words <> 'strict'
            or (superseded is null) <> (
                learned <= known_at
                + to_days(cast(typeof(known_at) = 'DATE' as integer))
                - to_microseconds(cast(typeof(known_at) = 'DATE' as bigint))
                and (
                    superseded is null
                    or superseded > known_at
                    + to_days(cast(typeof(known_at) = 'DATE' as integer))
                    - to_microseconds(cast(typeof(known_at) = 'DATE' as bigint))
                )
                and case when published is null then learned else published end <= seen_by
                + to_days(cast(typeof(seen_by) = 'DATE' as integer))
                - to_microseconds(cast(typeof(seen_by) = 'DATE' as bigint))
            )
        )
),
told_otherwise as (
    select
        claim_id, document_id, event_id, harm, is_open, is_found, shares_bound, victim_group, wider, side, victims_text, agent_side, holder_id,
        holder, is_named, source, speaker_id, speaker_kind, speaker_role, speaker_country, figure_id, basis,
        stance, is_withdrawn, scope, part_of, is_partial, repeats, adds_to, sentence, outlets, originator,
        published, published_to, event_date_from, event_date_to, event_place, confidence, standing, learned, superseded
    from query_table(among)
    where event_id in (select event_id from otherwise)
)
from comparisons_as_of(
    seen_by, known_at := known_at, number_words := number_words, among := 'told_otherwise'
)
union all by name
from discrepancies
where among = 'internal.facts'
    and number_words = 'strict'
    and (events is null or list_contains(events, event_id))
    and event_id not in (select event_id from otherwise);
