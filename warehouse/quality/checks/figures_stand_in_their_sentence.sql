-- question: Which figures stand outside the sentence that should show them?
-- expects: Every figure stands in the sentence quoted for it.
-- subject: claims
-- severity: error
select claim_id, document_id, quantity_text, quantity_start, evidence_start, evidence_end
from checked_claims
where quantity_start < evidence_start or quantity_end > evidence_end
