-- question: Which dated and placed claims of one event are linked to none?
-- expects: A claim that tells when and where is linked to an event.
-- subject: claims
-- severity: warning
select claim_id, document_id, event_where, event_date_from, event_date_to, evidence_text
from checked_claims
where scope = 'incident'
    and event_where is not null
    and event_date_from is not null
    and claim_id not in (select claim_id from event_claims where superseded is null)
