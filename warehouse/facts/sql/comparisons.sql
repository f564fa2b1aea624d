create or replace temp table changed_facts as
select facts.*
from facts
where facts.superseded is null
    and facts.event_id in (select event_id from changed_events);

delete from comparisons where event_id in (select event_id from changed_events);

insert into comparisons by name
select
    found.event_id,
    found.harm,
    found.victim_group,
    found.class,
    found.positions,
    found.figures,
    found.low,
    found.high,
    found.gap,
    found.ratio,
    found.documents,
    found.outlets,
    found.originators,
    found.first_seen,
    found.last_seen,
    found.policy
from comparisons_as_of(timestamp 'infinity', among := 'changed_facts') as found;
