-- question: Which links lead from a claim or to an event that is not there?
-- expects: Every link leads from a claim to an event.
-- subject: links
-- severity: error
select links.claim_id, links.event_id, links.origin
from event_claims as links
where links.superseded is null
    and (
        links.event_id not in (select event_id from events)
        or links.claim_id not in (select claim_id from claims)
    )
