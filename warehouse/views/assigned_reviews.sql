-- question: Who is to review which event or claim?
-- grain: one event or claim that is assigned; the last assignment holds
-- reads: verdicts, events
create or replace view assigned_reviews as
with told as (
    select
        coalesce(events.merged_into, verdicts.event_id) as event_id, null as claim_id,
        verdicts.assignee, verdicts.reviewer, verdicts.decided, verdicts.verdict_id
    from verdicts
    inner join events on events.event_id = verdicts.event_id
    where verdicts.kind = 'assign'
    union all
    select null, unnest(claim_ids), assignee, reviewer, decided, verdict_id
    from verdicts
    where kind = 'assign'
)
select told.event_id, told.claim_id, told.assignee, told.reviewer, told.decided
from told
where told.verdict_id not in (select undoes from verdicts where undoes is not null)
qualify
    row_number() over (
        partition by told.event_id, told.claim_id
        order by told.decided desc, told.verdict_id desc
    ) = 1
    and told.assignee is not null;
