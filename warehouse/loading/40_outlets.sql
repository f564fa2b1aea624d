-- Outlets in which a text appeared, for the documents that this load brought or touched.
create or replace temp table outlets_of_documents as
select
    appearances.document_id,
    coalesce(
        list(distinct appearances.outlet order by appearances.outlet)
            filter (appearances.outlet is not null),
        []
    ) as outlets
from appearances
where appearances.superseded is null
    and appearances.document_id in (
        select document_id from arriving_documents
        union
        select document_id from touched_documents
        union
        select former_id from replaced_appearances
    )
group by appearances.document_id;

update document_origins
set outlets = outlets_of_documents.outlets
from outlets_of_documents
where document_origins.document_id = outlets_of_documents.document_id
    and document_origins.outlets <> outlets_of_documents.outlets;
