-- question: Which repetitions give another figure than the claim that they repeat?
-- expects: A repetition gives the figure that it repeats.
-- subject: claims
-- severity: warning
select
    again.claim_id, again.document_id, again.quantity_text as repeated, first.quantity_text as told,
    first.claim_id as first_id
from checked_claims as again
inner join checked_claims as first on first.claim_id = again.repeats
where again.harm <> first.harm
    or again.value is distinct from first.value
    or again.value_to is distinct from first.value_to
