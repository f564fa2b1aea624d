-- The versions that the load makes, and those that they end.

-- The current version of the same document; for a new one the document that it corrects and that
-- stands nowhere any more.
create or replace temp table predecessors as
with candidates as (
    select documents.document_id, documents.document_id as previous_id, 1 as rank
    from documents
    where documents.document_id in (select document_id from arriving_documents)
        and documents.superseded is null
    union
    select replaced_appearances.document_id, replaced_appearances.former_id, 2
    from replaced_appearances
    inner join withdrawn_documents
        on withdrawn_documents.document_id = replaced_appearances.former_id
    where replaced_appearances.document_id not in (
        select document_id from known_versions where superseded is null
    )
)
select document_id, previous_id
from candidates
qualify row_number() over (partition by document_id order by rank, previous_id) = 1
    and row_number() over (partition by previous_id order by rank, document_id) = 1;

-- Particulars of an address that were given differently before.
create or replace temp table revised_appearances as
select arriving_documents.document_id, arriving_documents.place
from arriving_documents
inner join known_appearances on known_appearances.document_id = arriving_documents.document_id
    and known_appearances.place = arriving_documents.place
where known_appearances.content_hash <> arriving_documents.particulars_hash;

create or replace temp table previous_versions as
select document_id, version, lineage_id, content_hash
from documents
where document_id in (select previous_id from predecessors) and superseded is null;

create or replace temp table new_versions as
select
    arriving_documents.document_id,
    arriving_documents.place,
    predecessors.previous_id,
    known.version as previous_version,
    coalesce(
        (
            select arg_max(earlier.lineage_id, earlier.version) from known_versions as earlier
            where earlier.document_id = arriving_documents.document_id
        ),
        known.lineage_id,
        arriving_documents.document_id
    ) as lineage_id,
    greatest(
        coalesce(known.version, 0),
        coalesce(
            (
                select max(earlier.version) from known_versions as earlier
                where earlier.document_id = arriving_documents.document_id
            ),
            0
        )
    ) + 1 as version,
    known.content_hash is not distinct from arriving_documents.content_hash as same_text
from arriving_documents
left join predecessors on predecessors.document_id = arriving_documents.document_id
left join previous_versions as known on known.document_id = predecessors.previous_id
where known.document_id is null
    or known.content_hash <> arriving_documents.content_hash
    or (arriving_documents.document_id, arriving_documents.place)
        in (select (document_id, place) from revised_appearances)
    or arriving_documents.document_id in (select document_id from refiled_documents)
qualify row_number() over (partition by arriving_documents.document_id order by arriving_documents.place) = 1;

create or replace temp table ended_documents as
select previous_id as document_id from new_versions where previous_id is not null
union
select document_id from withdrawn_documents;
