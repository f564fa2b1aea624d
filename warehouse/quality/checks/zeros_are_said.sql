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
        and not (
            basis = 'numeral' and regexp_matches(quantity_text, '(^|[^0-9.,])0([^0-9.,]|$)')
            -- Which words say zero is for the contract to know; here no other figure stands.
            or basis = 'word' and not regexp_matches(quantity_text, '[1-9]')
        )
    )
