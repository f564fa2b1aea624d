-- question: Which claims date their event after the day on which it was reported?
-- expects: No event is reported before it happens.
-- subject: claims
-- severity: warning
select claim_id, document_id, event_when, event_date_from, published, evidence_text
from checked_claims
where event_date_from > cast(published as date) + 1
