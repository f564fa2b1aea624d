-- The totals of the changed events, and how they compare: layer by layer, as the macros tell.
create or replace temp table changed_facts as
select facts.*
from facts
where facts.superseded is null
    and facts.event_id in (select event_id from changed_events);

create or replace temp table told_anew as
from told_as_of(timestamp 'infinity', among := 'changed_facts');

create or replace temp table tellings_anew as
from tellings_of('told_anew');

create or replace temp table standing_anew as
from standing_of('tellings_anew');

create or replace temp table tolls_anew as
from tolls_of('standing_anew');

create or replace temp table partings_anew as
from partings_of('tolls_anew');

create or replace temp table denials_anew as
from denials_of('told_anew');

create or replace temp table lines_anew as
from lines_of('standing_anew', 'partings_anew', 'denials_anew');

delete from held_tolls where event_id in (select event_id from changed_events);

insert into held_tolls by name
select
    * exclude (
        is_found, whole, is_apart, is_subset, told_numbers, day_from, day_to, places, former,
        stands_from, told_to, origins
    )
from tolls_anew;

delete from comparisons where event_id in (select event_id from changed_events);

insert into comparisons by name
select
    found.event_id,
    found.harm,
    found.victim_group,
    found.class,
    found.reason,
    found.parting,
    found.positions,
    found.figures,
    found.low,
    found.high,
    found.gap,
    found.ratio,
    found.documents,
    found.outlets,
    found.originators,
    found.sources,
    found.first_seen,
    found.last_seen,
    found."rank",
    found.policy
from comparisons_of('tolls_anew', 'partings_anew', 'denials_anew', 'lines_anew') as found;
