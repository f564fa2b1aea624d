-- question: What do the suites check of each document?
-- grain: one document in its current version
select
    document_id,
    length(trim(text)) as text_length,
    title,
    outlet,
    published,
    language
from documents
where superseded is null
