-- question: How far is each event established, and who says so?
-- grain: one event that a reviewer graded; its last grade
with graded as (
    select distinct on (coalesce(events.merged_into, events.event_id))
        coalesce(events.merged_into, events.event_id) as event_id,
        verdicts.grade, coalesce(verdicts.note, '') as note, verdicts.reviewer, verdicts.decided
    from verdicts
    inner join events on events.event_id = verdicts.event_id
    where verdicts.kind = 'grade'
        and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
    order by
        coalesce(events.merged_into, events.event_id), verdicts.decided desc,
        verdicts.verdict_id desc
)
select event_id, grade, note, reviewer, decided
from graded
where grade <> 'ungraded'
