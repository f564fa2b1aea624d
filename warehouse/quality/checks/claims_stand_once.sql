-- question: Which claims are in the warehouse twice?
-- expects: One speaker's figure at one place of a document is one claim.
-- subject: claims
-- severity: error
select claim_id, document_id, harm, quantity_text, speaker, origin
from checked_claims
qualify count(*) over (
    partition by document_id, harm, quantity_start, quantity_end, source_start, source_end, stance
) > 1
