-- question: Which documents have more than one current version?
-- expects: One version of a document is current.
-- subject: documents
-- severity: error
select document_id, version, title
from documents
where superseded is null
qualify count(*) over (partition by document_id) > 1
