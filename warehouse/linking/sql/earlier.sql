-- Which event a claim, or the claim that stood in its place, was linked to before.
select found.claim_id, links.event_id
from linked_before as found
inner join linked_before as before
    on before.document_id = found.document_id
    and before.harm = found.harm
    and before.quantity_start < found.quantity_end
    and found.quantity_start < before.quantity_end
inner join event_claims as links
    on links.claim_id = before.claim_id and links.superseded is null
where found.superseded is null
order by found.claim_id, before.claim_id <> found.claim_id, links.event_id desc
