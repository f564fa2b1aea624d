-- An event that the linking left without a claim is folded into the one that took its claims.
create or replace temp table spoken_of as
select distinct event_id
from event_claims
where superseded is null
    and event_id in (select event_id from left_events union select into_event_id from left_events);

update events
set merged_into = null
where event_id in (select event_id from spoken_of) and merged_into is not null;

update events
set merged_into = left_events.into_event_id
from left_events
where left_events.event_id in (events.event_id, events.merged_into)
    and left_events.event_id not in (select event_id from spoken_of);
