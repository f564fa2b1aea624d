-- question: What did a page hold when it was read, from which texts with figures were taken?
-- grain: one page that holds more than the text of one document
select
    pages.page_id, pages.address, pages.media_type, pages.size, pages.fetched, pages.content,
    -- Copies are bounded in all; of many, those that were read last.
    sum(pages.size) over (order by pages.fetched desc, pages.page_id) as size_so_far
from pages
where pages.media_type <> 'application/json'
    and pages.page_id in (
        select documents.page_id
        from documents
        inner join current_claims as claims on claims.document_id = documents.document_id
        where documents.superseded is null
            and not (documents.page_start is not null and length(documents.text) = pages.size)
    )
