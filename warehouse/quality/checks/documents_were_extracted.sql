-- question: Which documents has no extractor read?
-- expects: Every document was searched for claims.
-- subject: documents
-- severity: warning
select document_id, title, outlet, learned
from documents
where superseded is null
    and not exists (
        from extractions
        where extractions.document_id = documents.document_id
            and extractions.document_version = documents.version
    )
