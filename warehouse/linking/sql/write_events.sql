-- What is known of events now.
insert into events by name
select incoming.*, 'machine' as origin, loading.learned
from incoming_events as incoming cross join loading
on conflict (event_id) do update set
    label = excluded.label,
    place = excluded.place,
    date_from = excluded.date_from,
    date_to = excluded.date_to;
