-- question: Between which words does the figure of each claim stand?
-- grain: one claim
select
    claims.claim_id,
    substring(
        documents.text,
        greatest(claims.quantity_start - 31, 1),
        least(claims.quantity_start, 32)
    ) as prefix,
    substring(documents.text, claims.quantity_end + 1, 32) as suffix,
    documents.language
from marked_claims as claims
inner join documents
    on documents.document_id = claims.document_id and documents.superseded is null
where claims.standing <> 'rejected'
order by claims.document_id, claims.quantity_start, claims.claim_id
