-- question: What do the suites check of each event?
-- grain: one event that was not merged into another
select
    event_id,
    length(trim(label)) as label_length,
    date_from,
    date_to
from events
where merged_into is null
