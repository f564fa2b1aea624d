-- question: Who is to review which event or claim?
-- grain: one event or claim that is assigned; the last assignment holds
-- reads: assignments, events
create or replace view assigned_reviews as
with followed as (
    select
        coalesce(events.merged_into, assignments.event_id) as event_id, assignments.claim_id,
        assignments.assignee, assignments.reviewer, assignments.decided, assignments.assignment_id
    from assignments
    left join events on events.event_id = assignments.event_id
)
select event_id, claim_id, assignee, reviewer, decided
from followed
qualify
    row_number() over (
        partition by event_id, claim_id order by decided desc, assignment_id desc
    ) = 1
    and assignee is not null;
