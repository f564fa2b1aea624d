-- question: Which claims are linked to several events at once?
-- expects: A claim is linked to at most one event.
-- subject: links
-- severity: error
select claim_id, event_id, origin, score
from event_claims
where superseded is null
qualify count(*) over (partition by claim_id) > 1
