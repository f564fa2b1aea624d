select
    documents.lineage_id, claims.claim_id, claims.harm, claims.stance, claims.quantity_start,
    claims.quantity_end, claims.source_start, claims.evidence_text, claims.evidence_start
from claims
inner join documents
    on documents.document_id = claims.document_id and documents.superseded is null
where documents.lineage_id in (select lineage_id from incoming_lineages)
    and claims.superseded is null
    and claims.origin = 'machine'
