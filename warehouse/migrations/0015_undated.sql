-- A figure that no page dates has no day on which it was first published.
drop index comparisons_by_event;
alter table comparisons alter column first_seen drop not null;
alter table comparisons alter column last_seen drop not null;
create index comparisons_by_event on comparisons (event_id);

drop index held_tolls_by_event;
alter table held_tolls alter column first_seen drop not null;
alter table held_tolls alter column last_seen drop not null;
create index held_tolls_by_event on held_tolls (event_id);
