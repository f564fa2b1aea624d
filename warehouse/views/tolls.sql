-- question: What is each holder's total on each event, for whom, and what does it rest on?
-- grain: one event, harm, victim group and holder
-- reads: held_tolls, events
create or replace view tolls as
select
    tolls.event_id,
    events.label as event,
    tolls.harm,
    tolls.victim_group,
    tolls.side,
    tolls.holder_id,
    tolls.holder,
    tolls.is_named,
    tolls.source,
    tolls.speaker_id,
    tolls.speaker_kind,
    tolls.speaker_role,
    tolls.figure,
    tolls.low,
    tolls.high,
    tolls.policy,
    tolls.is_listed,
    tolls.is_unordered,
    tolls.is_revised,
    tolls.derived,
    tolls.addends,
    tolls.claim_ids,
    len(list_distinct(tolls.documents)) as documents,
    tolls.first_seen,
    tolls.last_seen,
    tolls.confidence
from internal.held_tolls as tolls
inner join events on events.event_id = tolls.event_id;
