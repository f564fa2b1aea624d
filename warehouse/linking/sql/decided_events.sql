-- What people decided of events: what they are called, when and where they were. The last word on an
-- event holds, and before it none on an event that was folded into it.
select distinct on (coalesce(events.merged_into, events.event_id), verdicts.kind)
    coalesce(events.merged_into, events.event_id) as event_id,
    verdicts.label,
    verdicts.date_from,
    verdicts.date_to,
    verdicts.place
from verdicts
inner join events on events.event_id = verdicts.event_id
where verdicts.kind in ('rename', 'redate', 'locate')
    and coalesce(events.merged_into, events.event_id) in (select event_id from sought_events)
    and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
order by
    coalesce(events.merged_into, events.event_id), verdicts.kind,
    events.merged_into is not null, verdicts.decided desc, verdicts.verdict_id desc
