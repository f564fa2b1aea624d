-- question: What was read, and how much came of it?
-- grain: one document in its current version
select
    documents.document_id,
    coalesce(documents.title, left(documents.text, 90)) as title, documents.outlet, documents.agency,
    documents.published,
    coalesce(told.claims, 0) as claims,
    coalesce(told.attributed, 0) as attributed,
    coalesce(refused.rejections, 0) as rejections
from documents
left join (
    select document_id, count(*) as claims, count(speaker_id) as attributed
    from current_claims
    group by document_id
) as told on told.document_id = documents.document_id
left join (
    select document_id, count(*) as rejections
    from rejections
    group by document_id
) as refused on refused.document_id = documents.document_id
where documents.superseded is null
