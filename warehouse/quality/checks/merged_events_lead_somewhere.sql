-- question: Which merged events lead to no event, or in a circle?
-- expects: An event that was merged leads to one that stands.
-- subject: events
-- severity: error
select merged.event_id, merged.label, merged.merged_into
from events as merged
left join events as target on target.event_id = merged.merged_into
where merged.merged_into is not null
    and (target.event_id is null or target.merged_into is not null)
