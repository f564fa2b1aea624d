-- question: What was read, word by word?
-- grain: one document in its current version
select
    documents.document_id, documents.text, documents.title, documents.byline, documents.agency,
    documents.outlet, documents.published, documents.published_precision, documents.url,
    documents.page_id, pages.address, documents.version, documents.learned
from documents
left join pages on pages.page_id = documents.page_id
where documents.superseded is null
