-- question: Which claims are compared by another figure than the one that they give?
-- expects: A claim is compared by the figure that it gives.
-- subject: claims
-- severity: error
select claims.claim_id, claims.document_id, claims.quantity_text, claims.value, figures.display
from checked_claims as claims
left join figures on figures.figure_id = claims.figure_id
where figures.figure_id is null
    or figures.value is distinct from claims.value
    or figures.value_to is distinct from claims.value_to
    or figures.modifier <> claims.modifier
