-- question: Which figures stand side by side?
-- grain: one event, harm and victim group
select
    event_id, event, place, date_from, date_to, harm, victim_group, class, reason, parting,
    positions, low, high, documents, outlets, originators, sources, first_seen, last_seen, "rank",
    policy
from discrepancies
