-- question: Which parts count more people than their whole?
-- expects: A part is no more than its whole.
-- subject: claims
-- severity: warning
select
    part.claim_id, part.document_id, part.quantity_text as part, whole.quantity_text as whole,
    whole.claim_id as whole_id, part.evidence_text
from checked_claims as part
inner join checked_claims as whole on whole.claim_id = part.part_of
inner join bounds as part_bounds
    on part_bounds.figure_id = part.figure_id and part_bounds.policy = 'strict'
inner join bounds as whole_bounds
    on whole_bounds.figure_id = whole.figure_id and whole_bounds.policy = 'strict'
where part_bounds.low > whole_bounds.high
