-- question: What did a page hold when it was read, from which texts with figures were taken?
-- grain: one page that holds more than the text of one document
with copied as (
    select pages.page_id, pages.size, pages.fetched
    from pages
    where pages.media_type <> 'application/json'
        and pages.page_id in (
            select documents.page_id
            from documents
            inner join current_claims as claims on claims.document_id = documents.document_id
            where documents.superseded is null
                and not (documents.page_start is not null and strlen(documents.text) = pages.size)
        )
),

-- Copies are bounded in all; of many, those that were read last. The window is over rows without
-- what the pages hold, which would not fit into memory.
placed as (
    select page_id, sum(size) over (order by fetched desc, page_id) as size_so_far
    from copied
)

select
    pages.page_id, pages.address, pages.media_type, pages.size, pages.fetched, pages.content,
    placed.size_so_far
from placed
inner join pages on pages.page_id = placed.page_id
