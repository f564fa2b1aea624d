-- What documents tell now takes the place of what they told before.
delete from mentions where document_id in (select document_id from documents_sought);

delete from mention_keys where document_id in (select document_id from documents_sought);

insert into mentions by name
select incoming.*, loading.learned
from incoming_mentions as incoming cross join loading;

insert into mention_keys by name
select * from incoming_keys;
