-- question: Which denials reject a zero, so that they assert nothing that can be compared?
-- expects: A denial rejects a figure other than zero.
-- subject: claims
-- severity: error
select claim_id, document_id, quantity_text, value, stance, evidence_text
from checked_claims
where stance = 'denies' and value = 0 and value_to is null
