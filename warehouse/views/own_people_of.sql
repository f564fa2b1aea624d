-- question: Which people are a state's own, that its offices count also where they only say how many died?
-- grain: one event and state, where two states or more each name their own people
-- reads: facts, figures, bounds
create or replace macro own_people_of(understood) as table
-- Offices that are called after the state tell whose the people are: "Armenia's health ministry" and
-- "Armenians".
with offices as (
    select event_id, speaker_country, list(distinct strip_accents(lower(holder))) as names
    from query_table(understood)
    where speaker_country is not null
    group by event_id, speaker_country
)
select
    counted.event_id,
    counted.speaker_country,
    min(counted.victim_group) as victim_group,
    min(counted.wider) as wider
from query_table(understood) as counted
inner join offices
    on offices.event_id = counted.event_id
    and offices.speaker_country = counted.speaker_country
    and list_filter(
        offices.names,
        lambda told: contains(told, strip_accents(lower(left(counted.victim_group, 4))))
    ) <> []
where counted.side is distinct from 'fighters'
    and counted.part_of is null
    and not counted.is_partial
group by counted.event_id, counted.speaker_country
having count(distinct counted.victim_group) = 1
qualify count(distinct min(counted.victim_group)) over (partition by counted.event_id) > 1;
