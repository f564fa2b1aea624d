-- question: Which zeros does the text not say?
-- expects: A claim of zero says zero in its words.
-- subject: claims
-- severity: error
select claim_id, document_id, quantity_text, value, basis, evidence_text
from checked_claims
where (basis = 'zero' and value is distinct from 0)
    or (
        value = 0
        and value_to is null
        and basis <> 'zero'
        and not (basis in ('numeral', 'word') and regexp_matches(quantity_text, $zero))
    )
