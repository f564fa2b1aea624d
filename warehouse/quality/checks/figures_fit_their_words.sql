-- question: Which values contradict the modifier or the words that they were read from?
-- expects: Only a range has two values, and only vague words have none.
-- subject: claims
-- severity: error
select claim_id, document_id, quantity_text, value, value_to, modifier, basis
from checked_claims
where (modifier = 'range') <> (value_to is not null)
    or (basis in ('vague', 'plural')) <> (value is null)
    or (value_to is not null and value is null)
