-- When a text was last seen at an address: of two versions the one that was seen last counts.
alter table appearances add column fetched timestamp;

update appearances
set fetched = pages.fetched
from pages
where pages.page_id = appearances.page_id;

-- A text without a current version stands nowhere.
update appearances
set superseded = ended.moment
from (
    select document_id, max(superseded) as moment
    from documents
    group by document_id
    having count(*) = count(superseded)
) as ended
where ended.document_id = appearances.document_id and appearances.superseded is null;
