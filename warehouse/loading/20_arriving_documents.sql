-- Which documents of the batch are loaded: each once a place. Of two texts under one name in one
-- batch only one can be that document; the other is rejected.
create or replace temp table ids_with_two_texts as
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
inner join ids_with_two_texts on ids_with_two_texts.document_id = incoming.document_id
cross join loading
where incoming.content_hash <> ids_with_two_texts.kept
on conflict do nothing;

create or replace temp table arriving_documents as
select
    incoming.*,
    coalesce(incoming.url, pages.address, incoming.page_id, incoming.document_id) as place
from incoming_documents as incoming
left join pages on pages.page_id = incoming.page_id
left join ids_with_two_texts on ids_with_two_texts.document_id = incoming.document_id
where incoming.content_hash = coalesce(ids_with_two_texts.kept, incoming.content_hash)
qualify row_number() over (
    partition by incoming.document_id, place order by incoming.fetched desc, incoming.page_id
) = 1;
