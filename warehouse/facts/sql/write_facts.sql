-- Facts that are new or changed, in place of those that they supersede.
create or replace temp table former_facts as
select fresh_facts.*
from fresh_facts
where false
union all by name
select facts.* exclude (learned, superseded)
from facts
where facts.superseded is null and facts.document_id in (select document_id from stale);

create or replace temp table new_facts as
select * from fresh_facts
except
select * from former_facts;

create or replace temp table gone_facts as
select * from former_facts
except
select * from fresh_facts;

create or replace temp table changed_events as
select event_id from new_facts where event_id is not null
union
select event_id from gone_facts where event_id is not null;

update facts
set superseded = loading.learned
from gone_facts, loading
where facts.superseded is null
    and facts.claim_id = gone_facts.claim_id
    and facts.origin = gone_facts.origin;

insert into facts by name
select new_facts.*, loading.learned from new_facts cross join loading;
