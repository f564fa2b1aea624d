-- What a later visit to the same address found corrected, as when an archive of responses is read.
create or replace temp table outdated_documents as
select distinct former_id as document_id, place
from correction_pairs
where former_arrives and former_address = address and fetched > former_fetched;

insert into rejections by name
select
    left(md5(concat_ws('|', 'outdated', arriving_documents.document_id, arriving_documents.place)), 16)
        as rejection_id,
    'load' as stage,
    arriving_documents.place as input,
    arriving_documents.document_id,
    'outdated' as reason,
    'A later version of this page is loaded, so this one was left out; nothing is to be done.'
        as message,
    left(arriving_documents.text, 500) as excerpt,
    loading.learned as rejected_at,
    loading.run_id
from arriving_documents cross join loading
where (arriving_documents.document_id, arriving_documents.place)
    in (select (document_id, place) from outdated_documents)
    and arriving_documents.document_id not in (
        select document_id from documents
        where document_id in (select document_id from outdated_documents)
    )
on conflict do nothing;

delete from arriving_documents
where (document_id, place) in (select (document_id, place) from outdated_documents);
