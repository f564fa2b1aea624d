-- The totals of the changed events, and how they compare: layer by layer, as the macros tell.
create or replace temp table changed_facts as
select facts.*
from facts
where facts.superseded is null
    and facts.event_id in (select event_id from changed_events);

create or replace temp table bounded_claims_anew as
from bounded_claims_as_of(timestamp 'infinity', among := 'changed_facts');

create or replace temp table document_totals_anew as
from document_totals_of('bounded_claims_anew');

create or replace temp table current_totals_anew as
from current_totals_of('document_totals_anew');

create or replace temp table tolls_anew as
from tolls_of('current_totals_anew');

create or replace temp table conflicting_tolls_anew as
from conflicting_tolls_of('tolls_anew');

create or replace temp table denials_anew as
from denials_of('bounded_claims_anew');

create or replace temp table row_figures_anew as
from row_figures_of('current_totals_anew', 'conflicting_tolls_anew', 'denials_anew');

delete from held_tolls where event_id in (select event_id from changed_events);

insert into held_tolls by name
select
    * exclude (
        speaker_country, top, intervals, is_found, whole, is_apart, is_subset, told_numbers,
        day_from, day_to, places, agent_sides, former, stands_from, told_to, origins
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
from comparisons_of(
    'tolls_anew', 'conflicting_tolls_anew', 'denials_anew', 'row_figures_anew'
) as found;
