-- question: How far is each event established, and who says so?
-- grain: one event that a reviewer graded; its last grade
select
    coalesce(events.merged_into, events.event_id) as event_id,
    arg_max(graded.grade, graded.decided) as grade,
    arg_max(coalesce(graded.note, ''), graded.decided) as note,
    arg_max(graded.reviewer, graded.decided) as reviewer,
    max(graded.decided) as decided
from event_grades as graded
inner join events on events.event_id = graded.event_id
group by coalesce(events.merged_into, events.event_id)
having arg_max(graded.grade, graded.decided) <> 'ungraded'
