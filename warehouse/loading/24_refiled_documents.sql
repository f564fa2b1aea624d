-- Corrected texts that still stand elsewhere are filed there.

-- Texts that stand nowhere any more; the others go on where they still stand.
create or replace temp table withdrawn_documents as
select distinct former_id as document_id
from replaced_appearances
where former_id not in (select document_id from arriving_documents)
    and former_id not in (
        select document_id from appearances
        where document_id in (select former_id from replaced_appearances) and superseded is null
    );

-- A text that was corrected at the address under which it was filed is filed under another one.
create or replace temp table refiled_documents as
select known.document_id, elsewhere.place
from documents as known
left join pages on pages.page_id = known.page_id
inner join replaced_appearances
    on replaced_appearances.former_id = known.document_id
    and replaced_appearances.place = coalesce(known.url, pages.address, known.page_id, known.document_id)
inner join appearances as elsewhere
    on elsewhere.document_id = known.document_id and elsewhere.superseded is null
where known.superseded is null and known.document_id in (select former_id from replaced_appearances)
qualify row_number() over (partition by known.document_id order by elsewhere.place) = 1;

insert into arriving_documents by name
select
    known.* exclude (version, lineage_id, run_id, learned, superseded) replace (
        elsewhere.outlet as outlet,
        elsewhere.title as title,
        elsewhere.url as url,
        elsewhere.published as published,
        case
            when elsewhere.published is not null then coalesce(known.published_precision, 'day')
        end as published_precision,
        elsewhere.fetched as fetched,
        elsewhere.page_id as page_id,
        cast(null as bigint) as page_start
    ),
    refiled_documents.place,
    elsewhere.content_hash as particulars_hash
from refiled_documents
inner join documents as known
    on known.document_id = refiled_documents.document_id and known.superseded is null
inner join appearances as elsewhere
    on elsewhere.document_id = refiled_documents.document_id
    and elsewhere.place = refiled_documents.place
    and elsewhere.superseded is null
where refiled_documents.document_id not in (select document_id from arriving_documents);
