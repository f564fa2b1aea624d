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

-- Documents that share a page with others.
create or replace temp table crowded as
select distinct document_id
from incoming_documents
where page_id in (
    select page_id
    from incoming_documents
    group by page_id
    having count(distinct document_id) > 1
);

-- What arrives at these places, and what stands there. A feed's entry stands where it leads to, but
-- is a publication of its own; a row without an address has only its number, which may move.
create or replace temp table there as
with texts as (
    select document_id, place, title, page_id, fetched, true as arrives
    from arriving
    union all
    select
        appearances.document_id, appearances.place, appearances.title, appearances.page_id,
        appearances.fetched, false
    from appearances
    inner join documents as known
        on known.document_id = appearances.document_id and known.superseded is null
    where appearances.superseded is null
        and appearances.place in (select place from arriving)
)
select
    texts.* exclude (title),
    lower(trim(texts.title)) as headline,
    pages.address,
    case when pages.media_type = 'application/xml' then pages.address end as feed,
    coalesce(pages.media_type = 'application/json' and pages.address = texts.place, false)
        as is_numbered,
    count(*) over (partition by texts.place, texts.page_id, texts.arrives) = 1
        and not (texts.arrives and texts.document_id in (select document_id from crowded))
        as is_alone
from texts
left join pages on pages.page_id = texts.page_id;

-- Texts that had an address to themselves, one under another headline than the other.
create or replace temp table retitled as
select distinct there.place, there.document_id, other.document_id as other_id
from there
inner join there as other
    on other.place = there.place
    and other.feed is not distinct from there.feed
    and other.document_id <> there.document_id
    and other.headline is distinct from there.headline
where there.is_alone and other.is_alone and not there.is_numbered;

create or replace temp table words as
with texts as (
    select document_id, text
    from arriving
    where document_id in (select document_id from retitled)
    union all
    select document_id, text
    from documents
    where document_id in (select document_id from retitled) and superseded is null
)
select distinct on (document_id)
    document_id, list_distinct(regexp_extract_all(lower(text), '[\pL\pN]+')) as words
from texts
order by document_id, text;

-- Two texts of which one corrects the other: they stand in one place under one headline or, where
-- they had it to themselves, have more than half of their words in common. Reports on different
-- things share a third, the words that all reports have.
create or replace temp table versions_of_one as
with alike as (
    select there.place, there.document_id, other.document_id as other_id
    from there
    inner join there as other
        on other.place = there.place
        and other.headline = there.headline
        and other.feed is not distinct from there.feed
        and other.document_id <> there.document_id
    union
    select retitled.place, retitled.document_id, retitled.other_id
    from retitled
    inner join words as own on own.document_id = retitled.document_id
    inner join words as others on others.document_id = retitled.other_id
    where 4 * len(list_intersect(own.words, others.words)) > len(own.words) + len(others.words)
)
select
    later.document_id, later.place, later.fetched, later.address, later.arrives,
    later.is_numbered, former.document_id as former_id, former.fetched as former_fetched,
    former.address as former_address, former.arrives as former_arrives
from alike
inner join there as later
    on later.place = alike.place and later.document_id = alike.document_id
inner join there as former
    on former.place = alike.place and former.document_id = alike.other_id;

-- What a later visit to the same address found corrected, as when an archive of responses is read.
create or replace temp table outdated as
select distinct former_id as document_id, place
from versions_of_one
where former_arrives and former_address = address and fetched > former_fetched;

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
select document_id, version, lineage_id, superseded
from documents
where document_id in (select document_id from arriving);

create or replace temp table stood as
select document_id, place, content_hash
from appearances
where superseded is null
    and document_id in (
        select document_id from arriving
        union
        select former_id from versions_of_one where not former_arrives
    );

-- Where a text stood and now its correction stands, which did not stand beside it. A row that has
-- another number only has moved.
create or replace temp table replaced as
select versions_of_one.document_id, versions_of_one.former_id, versions_of_one.place
from versions_of_one
inner join arriving
    on arriving.document_id = versions_of_one.document_id
    and arriving.place = versions_of_one.place
where versions_of_one.arrives
    and not versions_of_one.former_arrives
    and (versions_of_one.former_id, versions_of_one.place) not in (
        select (document_id, place) from arriving
    )
    and not exists (
        from stood
        where stood.document_id = versions_of_one.document_id
            and (stood.place = versions_of_one.place or versions_of_one.is_numbered)
    );

update appearances
set superseded = loading.learned
from replaced, loading
where appearances.document_id = replaced.former_id
    and appearances.place = replaced.place
    and appearances.superseded is null;

-- Texts that stand nowhere any more; the others go on where they still stand.
create or replace temp table gone as
select distinct former_id as document_id
from replaced
where former_id not in (select document_id from arriving)
    and former_id not in (
        select document_id from appearances
        where document_id in (select former_id from replaced) and superseded is null
    );

-- A text that was corrected at the address under which it was filed is filed under another one.
create or replace temp table moved as
select known.document_id, elsewhere.place
from documents as known
left join pages on pages.page_id = known.page_id
inner join replaced
    on replaced.former_id = known.document_id
    and replaced.place = coalesce(known.url, pages.address, known.page_id, known.document_id)
inner join appearances as elsewhere
    on elsewhere.document_id = known.document_id and elsewhere.superseded is null
where known.superseded is null and known.document_id in (select former_id from replaced)
qualify row_number() over (partition by known.document_id order by elsewhere.place) = 1;

insert into arriving by name
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
    moved.place,
    elsewhere.content_hash as particulars_hash
from moved
inner join documents as known
    on known.document_id = moved.document_id and known.superseded is null
inner join appearances as elsewhere
    on elsewhere.document_id = moved.document_id
    and elsewhere.place = moved.place
    and elsewhere.superseded is null
where moved.document_id not in (select document_id from arriving);

-- The current version of the same document; for a new one the document that it corrects and that
-- stands nowhere any more.
create or replace temp table predecessors as
with candidates as (
    select documents.document_id, documents.document_id as previous_id, 1 as rank
    from documents
    where documents.document_id in (select document_id from arriving)
        and documents.superseded is null
    union
    select replaced.document_id, replaced.former_id, 2
    from replaced
    inner join gone on gone.document_id = replaced.former_id
    where replaced.document_id not in (
        select document_id from standing where superseded is null
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
    coalesce(
        (
            select arg_max(earlier.lineage_id, earlier.version) from standing as earlier
            where earlier.document_id = arriving.document_id
        ),
        known.lineage_id,
        arriving.document_id
    ) as lineage_id,
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
    or arriving.document_id in (select document_id from moved)
qualify row_number() over (partition by arriving.document_id order by arriving.place) = 1;

create or replace temp table ended as
select previous_id as document_id from versions where previous_id is not null
union
select document_id from gone;

update documents
set superseded = loading.learned
from ended, loading
where documents.document_id = ended.document_id and documents.superseded is null;

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
    arriving.fetched,
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

-- The last visit counts, so it is known of each text when it was last seen where.
update appearances
set fetched = arriving.fetched
from arriving
where appearances.document_id = arriving.document_id
    and appearances.place = arriving.place
    and appearances.superseded is null
    and (appearances.fetched is null or appearances.fetched < arriving.fetched);
