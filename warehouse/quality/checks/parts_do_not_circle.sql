-- question: Which claims are a part of themselves by way of other claims?
-- expects: No claim is a part of its own part.
-- subject: claims
-- severity: error
with recursive up as (
    select claim_id, part_of as above, 1 as steps
    from checked_claims
    where part_of is not null
    union all
    select up.claim_id, whole.part_of, up.steps + 1
    from up
    inner join checked_claims as whole on whole.claim_id = up.above
    where whole.part_of is not null and up.above <> up.claim_id and up.steps < 20
)
select distinct claims.claim_id, claims.document_id, claims.quantity_text, claims.part_of
from checked_claims as claims
inner join up on up.claim_id = claims.claim_id and up.above = claims.claim_id
