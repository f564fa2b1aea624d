-- question: Which claims of one event count more people than any single event has harmed?
-- expects: A claim of one event stays below a million people.
-- subject: claims
-- severity: warning
select claim_id, document_id, harm, quantity_text, value, value_to, evidence_text
from checked_claims
where scope = 'incident' and greatest(value, value_to) >= 1000000
