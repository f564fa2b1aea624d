-- question: Where do the figures on one event disagree, who holds which, and how independent are they?
-- grain: one event, harm and victim group
-- reads: discrepancies_as_of
create or replace view discrepancies as
select
    event_id,
    event,
    place,
    date_from,
    date_to,
    harm,
    victim_group,
    class,
    positions,
    figures,
    low,
    high,
    gap,
    ratio,
    documents,
    outlets,
    originators,
    first_seen,
    last_seen,
    policy
from discrepancies_as_of(timestamp 'infinity');
