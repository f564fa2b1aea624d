-- question: Where did the figures on one event disagree by a moment, and how?
-- grain: one event, harm and victim group
-- reads: comparisons_as_of, discrepancies, facts
create or replace macro discrepancies_as_of(
    seen_by, known_at := timestamp 'infinity', number_words := 'strict', among := 'facts',
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
            among <> 'facts'
            or number_words <> 'strict'
            or (superseded is null) <> (
                learned <= known_at
                and (superseded is null or superseded > known_at)
                and coalesce(published, learned) <= seen_by
            )
        )
),
told_otherwise as (
    select
        claim_id, document_id, event_id, harm, victim_group, victim_attributes, holder_id, holder,
        speaker_id, speaker_kind, speaker_role, figure_id, stance, scope, part_of, outlets,
        originator, published, confidence, standing, learned, superseded
    from query_table(among)
    where event_id in (select event_id from otherwise)
)
select
    event_id, event, place, date_from, date_to, harm, victim_group, class, positions, figures, low,
    high, gap, ratio, documents, outlets, originators, first_seen, last_seen, policy
from comparisons_as_of(
    seen_by, known_at := known_at, number_words := number_words, among := 'told_otherwise'
)
union all
select
    event_id, event, place, date_from, date_to, harm, victim_group, class, positions, figures, low,
    high, gap, ratio, documents, outlets, originators, first_seen, last_seen, policy
from discrepancies
where among = 'facts'
    and number_words = 'strict'
    and (events is null or list_contains(events, event_id))
    and event_id not in (select event_id from otherwise);
