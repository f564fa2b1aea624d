-- Where each text stands, and with which particulars.
update appearances
set superseded = loading.learned
from revised_appearances, loading
where appearances.document_id = revised_appearances.document_id
    and appearances.place = revised_appearances.place
    and appearances.superseded is null;

insert into appearances by name
select
    arriving_documents.document_id,
    arriving_documents.place,
    arriving_documents.outlet,
    arriving_documents.title,
    arriving_documents.url,
    arriving_documents.published,
    arriving_documents.page_id,
    arriving_documents.fetched,
    arriving_documents.particulars_hash as content_hash,
    loading.run_id,
    loading.learned
from arriving_documents cross join loading
where not exists (
    from known_appearances as known
    where known.document_id = arriving_documents.document_id
        and known.place = arriving_documents.place
        and known.content_hash = arriving_documents.particulars_hash
);

-- The last visit counts, so it is known of each text when it was last seen where.
update appearances
set fetched = arriving_documents.fetched
from arriving_documents
where appearances.document_id = arriving_documents.document_id
    and appearances.place = arriving_documents.place
    and appearances.superseded is null
    and (appearances.fetched is null or appearances.fetched < arriving_documents.fetched);
