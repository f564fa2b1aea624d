-- question: What happened, and how much was said of it?
-- grain: one event of which something is said now
select
    events.event_id, events.label, events.place, events.date_from, events.date_to,
    told.claims, told.documents,
    coalesce(compared.comparisons, 0) as comparisons,
    coalesce(compared.conflicts, 0) as conflicts,
    told.learned
from events
inner join (
    select
        event_id, count(*) as claims, count(distinct document_id) as documents,
        max(learned) as learned
    from current_claims
    group by event_id
) as told on told.event_id = events.event_id
left join (
    select
        event_id,
        count(*) filter (figures > 1) as comparisons,
        count(*) filter (class in ('conflict', 'who_died')) as conflicts
    from discrepancies
    group by event_id
) as compared on compared.event_id = events.event_id
