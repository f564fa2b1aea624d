-- question: Who says what on which event?
-- grain: one figure that one holder gives for one harm and victim group of one event, asserted or denied
-- reads: positions_as_of, events
create or replace view positions as
select
    positions.event_id,
    events.label as event,
    positions.harm,
    positions.victim_group,
    positions.holder_id,
    positions.holder,
    positions.is_named,
    positions.speaker_id,
    positions.speaker_kind,
    positions.speaker_role,
    positions.figure_id,
    positions.figure,
    positions.said,
    positions.low,
    positions.high,
    positions.policy,
    positions.stance,
    positions.is_withdrawn,
    positions.is_part,
    positions.claims,
    positions.documents,
    positions.originators,
    positions.first_seen,
    positions.last_seen,
    positions.is_dated,
    positions.confidence,
    positions.is_reviewed,
    positions.example
from positions_as_of(timestamp 'infinity') as positions
inner join events on events.event_id = positions.event_id;
