-- question: Which documents have the text of another one?
-- expects: One text is one document.
-- subject: documents
-- severity: warning
select document_id, title, outlet, url
from documents
where superseded is null
qualify count(*) over (partition by content_hash) > 1
