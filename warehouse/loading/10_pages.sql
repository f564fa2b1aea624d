insert into runs
select run_id, command, inputs, extractor, started, finished, status
from incoming_run
on conflict (run_id) do update set finished = excluded.finished, status = excluded.status;

insert into pages by name
select distinct on (incoming.page_id) incoming.*, loading.run_id, loading.learned
from incoming_pages as incoming cross join loading
on conflict do nothing;
