-- question: Which events are there to choose from?
-- grain: one event that has claims now
from events
where merged_into is null
    and event_id in (select event_id from event_claims where superseded is null)
