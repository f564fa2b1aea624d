-- question: Which claims are of a document that is not there?
-- expects: The document of every claim is there.
-- subject: claims
-- severity: error
select claim_id, document_id, evidence_text
from checked_claims
where document_id not in (select document_id from documents where superseded is null)
