-- Of two texts under one name in one batch only one can be that document.
create or replace temp table named_twice as
select document_id, min(content_hash) as kept
from incoming_documents
group by document_id
having count(distinct content_hash) > 1;

insert into rejections by name
select
    left(md5(concat_ws('|', 'load', incoming.document_id, incoming.content_hash)), 16)
        as rejection_id,
    'load' as stage,
    coalesce(incoming.url, incoming.page_id, incoming.document_id) as input,
    incoming.document_id,
    'same_id_other_text' as reason,
    'Two texts of one batch have the document_id ' || incoming.document_id
        || '; one was loaded. Give each text an identifier of its own.' as message,
    left(incoming.text, 500) as excerpt,
    loading.learned as rejected_at,
    loading.run_id
from incoming_documents as incoming
inner join named_twice on named_twice.document_id = incoming.document_id
cross join loading
where incoming.content_hash <> named_twice.kept
on conflict do nothing;

create or replace temp table arriving as
select
    incoming.*,
    coalesce(incoming.url, pages.address, incoming.page_id, incoming.document_id) as place
from incoming_documents as incoming
left join pages on pages.page_id = incoming.page_id
left join named_twice on named_twice.document_id = incoming.document_id
where incoming.content_hash = coalesce(named_twice.kept, incoming.content_hash)
qualify row_number() over (
    partition by incoming.document_id, place order by incoming.fetched desc, incoming.page_id
) = 1;

-- What a later visit to the same address found corrected, as when an archive of responses is read.
create or replace temp table outdated as
with standing_there as (
    select arriving.document_id, pages.address, arriving.place, arriving.title, arriving.fetched
    from arriving
    inner join pages on pages.page_id = arriving.page_id
    union all
    select known.document_id, pages.address, appearances.place, known.title, known.fetched
    from appearances
    inner join documents as known
        on known.document_id = appearances.document_id and known.superseded is null
    inner join pages on pages.page_id = known.page_id
    where appearances.superseded is null
        and appearances.place in (select place from arriving)
)
select distinct arriving.document_id, arriving.place
from arriving
inner join pages on pages.page_id = arriving.page_id
inner join standing_there as later
    on later.place = arriving.place
    and later.address = pages.address
    and lower(trim(later.title)) = lower(trim(arriving.title))
    and later.document_id <> arriving.document_id
    and later.fetched > arriving.fetched;

insert into rejections by name
select
    left(md5(concat_ws('|', 'outdated', arriving.document_id, arriving.place)), 16)
        as rejection_id,
    'load' as stage,
    arriving.place as input,
    arriving.document_id,
    'outdated' as reason,
    'A later version of this page is loaded, so this one was left out; nothing is to be done.'
        as message,
    left(arriving.text, 500) as excerpt,
    loading.learned as rejected_at,
    loading.run_id
from arriving cross join loading
where (arriving.document_id, arriving.place) in (select (document_id, place) from outdated)
    and arriving.document_id not in (
        select document_id from documents
        where document_id in (select document_id from outdated)
    )
on conflict do nothing;

delete from arriving
where (document_id, place) in (select (document_id, place) from outdated);

-- What is known of these documents: small tables are looked up by index, large ones are not joined.
create or replace temp table standing as
select document_id, version, superseded
from documents
where document_id in (select document_id from arriving);

create or replace temp table stood as
select document_id, place, content_hash
from appearances
where document_id in (select document_id from arriving) and superseded is null;

-- The current version of the same document; for a new one the document that stood in the same
-- place under the same title and does not stand there any more: it was corrected.
create or replace temp table predecessors as
with candidates as (
    select standing.document_id, standing.document_id as previous_id, 1 as rank
    from standing
    where standing.superseded is null
    union
    select arriving.document_id, known.document_id, 2
    from arriving
    inner join appearances
        on appearances.place = arriving.place and appearances.superseded is null
    inner join documents as known
        on known.document_id = appearances.document_id and known.superseded is null
    where lower(trim(known.title)) = lower(trim(arriving.title))
        and known.document_id not in (select document_id from arriving)
        and not exists (
            from standing as same
            where same.document_id = arriving.document_id and same.superseded is null
        )
)
select document_id, previous_id
from candidates
qualify row_number() over (partition by document_id order by rank, previous_id) = 1
    and row_number() over (partition by previous_id order by rank, document_id) = 1;

-- Particulars of an address that were given differently before.
create or replace temp table revised as
select arriving.document_id, arriving.place
from arriving
inner join stood on stood.document_id = arriving.document_id and stood.place = arriving.place
where stood.content_hash <> arriving.particulars_hash;

create or replace temp table previous as
select document_id, version, lineage_id, content_hash
from documents
where document_id in (select previous_id from predecessors) and superseded is null;

create or replace temp table versions as
select
    arriving.document_id,
    arriving.place,
    predecessors.previous_id,
    known.version as previous_version,
    coalesce(known.lineage_id, arriving.document_id) as lineage_id,
    greatest(
        coalesce(known.version, 0),
        coalesce(
            (
                select max(earlier.version) from standing as earlier
                where earlier.document_id = arriving.document_id
            ),
            0
        )
    ) + 1 as version,
    known.content_hash is not distinct from arriving.content_hash as same_text
from arriving
left join predecessors on predecessors.document_id = arriving.document_id
left join previous as known on known.document_id = predecessors.previous_id
where known.document_id is null
    or known.content_hash <> arriving.content_hash
    or (arriving.document_id, arriving.place) in (select (document_id, place) from revised)
qualify row_number() over (partition by arriving.document_id order by arriving.place) = 1;

update documents
set superseded = loading.learned
from versions, loading
where documents.document_id = versions.previous_id and documents.superseded is null;

insert into documents by name
select
    arriving.* exclude (place, particulars_hash, signature, bands),
    versions.version,
    versions.lineage_id,
    loading.run_id,
    loading.learned
from arriving
inner join versions
    on versions.document_id = arriving.document_id and versions.place = arriving.place
cross join loading;

update appearances
set superseded = loading.learned
from revised, loading
where appearances.document_id = revised.document_id
    and appearances.place = revised.place
    and appearances.superseded is null;

insert into appearances by name
select
    arriving.document_id,
    arriving.place,
    arriving.outlet,
    arriving.title,
    arriving.url,
    arriving.published,
    arriving.page_id,
    arriving.particulars_hash as content_hash,
    loading.run_id,
    loading.learned
from arriving cross join loading
where not exists (
    from stood as known
    where known.document_id = arriving.document_id
        and known.place = arriving.place
        and known.content_hash = arriving.particulars_hash
);
