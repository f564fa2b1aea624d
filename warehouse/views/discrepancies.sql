-- question: Where do the figures on one event disagree, who holds which, and how independent are they?
-- grain: one event, harm and victim group
-- reads: comparisons, events
create or replace view discrepancies as
select
    comparisons.event_id,
    events.label as event,
    events.place,
    events.date_from,
    events.date_to,
    comparisons.harm,
    comparisons.victim_group,
    comparisons.class,
    comparisons.reason,
    comparisons.parting,
    comparisons.positions,
    comparisons.figures,
    comparisons.low,
    comparisons.high,
    comparisons.gap,
    comparisons.ratio,
    comparisons.documents,
    comparisons.outlets,
    comparisons.originators,
    comparisons.sources,
    comparisons.first_seen,
    comparisons.last_seen,
    comparisons."rank",
    comparisons.policy
from internal.comparisons
inner join events on events.event_id = comparisons.event_id;
