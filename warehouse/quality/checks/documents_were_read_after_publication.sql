-- question: Which documents are dated after the day on which they were read?
-- expects: No document is read before it is published.
-- subject: documents
-- severity: warning
select document_id, published, fetched, title, outlet
from documents
where superseded is null and published > fetched + interval 1 day
