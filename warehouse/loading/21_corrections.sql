-- Which texts correct others.

-- Documents that share a page with others.
create or replace temp table documents_on_shared_pages as
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
create or replace temp table texts_at_places as
with texts as (
    select document_id, place, title, page_id, fetched, true as arrives
    from arriving_documents
    union all
    select
        appearances.document_id, appearances.place, appearances.title, appearances.page_id,
        appearances.fetched, false
    from appearances
    inner join documents as known
        on known.document_id = appearances.document_id and known.superseded is null
    where appearances.superseded is null
        and appearances.place in (select place from arriving_documents)
)
select
    texts.* exclude (title),
    lower(trim(texts.title)) as headline,
    pages.address,
    case when pages.media_type = 'application/xml' then pages.address end as feed,
    coalesce(pages.media_type = 'application/json' and pages.address = texts.place, false)
        as is_numbered,
    count(*) over (partition by texts.place, texts.page_id, texts.arrives) = 1
        and not (texts.arrives and texts.document_id
            in (select document_id from documents_on_shared_pages))
        as is_alone
from texts
left join pages on pages.page_id = texts.page_id;

-- Texts that had an address to themselves, one under another headline than the other.
create or replace temp table other_headline_pairs as
select distinct texts_at_places.place, texts_at_places.document_id, other.document_id as other_id
from texts_at_places
inner join texts_at_places as other
    on other.place = texts_at_places.place
    and other.feed is not distinct from texts_at_places.feed
    and other.document_id <> texts_at_places.document_id
    and other.headline is distinct from texts_at_places.headline
where texts_at_places.is_alone and other.is_alone and not texts_at_places.is_numbered;

create or replace temp table words_of_texts as
with texts as (
    select document_id, text
    from arriving_documents
    where document_id in (select document_id from other_headline_pairs)
    union all
    select document_id, text
    from documents
    where document_id in (select document_id from other_headline_pairs) and superseded is null
)
select distinct on (document_id)
    document_id, list_distinct(regexp_extract_all(lower(text), '[\pL\pN]+')) as words
from texts
order by document_id, text;

-- Two texts of which one corrects the other: they stand in one place under one headline or, where
-- they had it to themselves, have more than half of their words in common. Reports on different
-- things share a third, the words that all reports have.
create or replace temp table correction_pairs as
with alike as (
    select texts_at_places.place, texts_at_places.document_id, other.document_id as other_id
    from texts_at_places
    inner join texts_at_places as other
        on other.place = texts_at_places.place
        and other.headline = texts_at_places.headline
        and other.feed is not distinct from texts_at_places.feed
        and other.document_id <> texts_at_places.document_id
    union
    select other_headline_pairs.place, other_headline_pairs.document_id, other_headline_pairs.other_id
    from other_headline_pairs
    inner join words_of_texts as own on own.document_id = other_headline_pairs.document_id
    inner join words_of_texts as others on others.document_id = other_headline_pairs.other_id
    where 4 * len(list_intersect(own.words, others.words)) > len(own.words) + len(others.words)
)
select
    later.document_id, later.place, later.fetched, later.address, later.arrives,
    later.is_numbered, former.document_id as former_id, former.fetched as former_fetched,
    former.address as former_address, former.arrives as former_arrives
from alike
inner join texts_at_places as later
    on later.place = alike.place and later.document_id = alike.document_id
inner join texts_at_places as former
    on former.place = alike.place and former.document_id = alike.other_id;
