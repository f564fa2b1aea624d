-- Where corrected texts stood: their corrections take these places.

-- What is known of these documents: small tables are looked up by index, large ones are not joined.
create or replace temp table known_versions as
select document_id, version, lineage_id, superseded
from documents
where document_id in (select document_id from arriving_documents);

create or replace temp table known_appearances as
select document_id, place, content_hash
from appearances
where superseded is null
    and document_id in (
        select document_id from arriving_documents
        union
        select former_id from correction_pairs where not former_arrives
    );

-- Where a text stood and now its correction stands, which did not stand beside it. A row that has
-- another number only has moved.
create or replace temp table replaced_appearances as
select correction_pairs.document_id, correction_pairs.former_id, correction_pairs.place
from correction_pairs
inner join arriving_documents
    on arriving_documents.document_id = correction_pairs.document_id
    and arriving_documents.place = correction_pairs.place
where correction_pairs.arrives
    and not correction_pairs.former_arrives
    and (correction_pairs.former_id, correction_pairs.place) not in (
        select (document_id, place) from arriving_documents
    )
    and not exists (
        from known_appearances
        where known_appearances.document_id = correction_pairs.document_id
            and (known_appearances.place = correction_pairs.place or correction_pairs.is_numbered)
    );

update appearances
set superseded = loading.learned
from replaced_appearances, loading
where appearances.document_id = replaced_appearances.former_id
    and appearances.place = replaced_appearances.place
    and appearances.superseded is null;
