-- question: How many independent sources hold the totals of a row, and does it tell of one event?
-- grain: one event, harm and victim group
-- reads: tolls_of
create or replace macro sources_of(tolls) as table
-- Each text with the days that it tells.
with dated as (
    select distinct event_id, unnest(documents) as document_id, day_from as day
    from query_table(tolls)
    where day_from = day_to
),
-- Where two thirds of three texts or more tell no one day, give or take one, they tell of many
-- events.
scattered as (
    select near.event_id
    from (
        select one.event_id, one.day, count(distinct other.document_id) as documents
        from dated as one
        inner join dated as other
            on other.event_id = one.event_id and abs(other.day - one.day) <= 1
        group by one.event_id, one.day
    ) as near
    inner join (
        select event_id, count(distinct document_id) as documents from dated group by event_id
    ) as told on told.event_id = near.event_id
    group by near.event_id, told.documents
    having told.documents > 2 and 3 * max(near.documents) < 2 * told.documents
),
placed as (
    select event_id, harm, victim_group, low, unnest(documents) as document_id,
        unnest(places) as place
    from query_table(tolls)
    where not is_listed and low is not null
),
-- A text that gives three numbers, and two squares, districts or towns, tells of many attacks: so
-- does a row of which half the texts do.
strewn as (
    select event_id, harm, victim_group
    from (
        select
            event_id, harm, victim_group, document_id,
            count(distinct low) > 2
                and count(distinct place[1]."key")
                    filter (place[1]."level" in ('site', 'district', 'city')) > 1 as is_of_many
        from placed
        group by event_id, harm, victim_group, document_id
    ) as texts
    group by event_id, harm, victim_group
    having 2 * count(*) filter (is_of_many) >= count(*)
),
-- Numbers that rise from day to day are one toll that rises.
rising as (
    select one.event_id, one.harm, one.victim_group
    from query_table(tolls) as one
    inner join query_table(tolls) as other
        on other.event_id = one.event_id
        and other.harm = one.harm
        and other.victim_group = one.victim_group
        and other.first_seen > one.first_seen
        and other.low <> one.low
    where one.low = one.high
        and other.low = other.high
        and not one.is_listed
        and not other.is_listed
    group by one.event_id, one.harm, one.victim_group
    having count(*) > 3 and 5 * count(*) filter (other.low < one.low) <= count(*)
),
-- Numbers that one text sets side by side, of two who tell them, are rivals about one event.
rivals as (
    select distinct one.event_id, one.harm, one.victim_group, one.low
    from query_table(tolls) as one
    inner join query_table(tolls) as other
        on other.event_id = one.event_id
        and other.harm = one.harm
        and other.victim_group = one.victim_group
        and other.source <> one.source
        and other.low <> one.low
        and list_has_any(other.documents, one.documents)
    where one.low = one.high
        and other.low = other.high
        and not one.is_listed
        and not other.is_listed
)
-- A text that speaks itself beside those whom it quotes is no source of its own, and whoever names
-- single victims none of a count.
select
    tolls.event_id,
    tolls.harm,
    tolls.victim_group,
    count(distinct tolls.source) as sources,
    -- Five exact numbers that hardly anybody repeats, nor sets beside another, are of as many
    -- attacks, unless they lie close together: 83, 84, 90, 100 and 101.
    (
        count(distinct tolls.low) filter (
            tolls.low = tolls.high and not tolls.is_listed and rivals.low is null
        ) > 4
        and max(tolls.low) filter (tolls.low = tolls.high and not tolls.is_listed)
        >= 2 * min(tolls.low) filter (tolls.low = tolls.high and not tolls.is_listed)
        and count(distinct tolls.source) < 2 * count(distinct tolls.low)
        and len(list_distinct(flatten(list(tolls.documents)))) > 2
        and not exists (
            from rising
            where rising.event_id = tolls.event_id
                and rising.harm = tolls.harm
                and rising.victim_group = tolls.victim_group
        )
    )
    or tolls.event_id in (select event_id from scattered)
    or exists (
        from strewn
        where strewn.event_id = tolls.event_id
            and strewn.harm = tolls.harm
            and strewn.victim_group = tolls.victim_group
    ) as is_mixed,
    bool_or(tolls.is_unordered) as is_unordered,
    bool_or(tolls.is_revised) as is_revised
from query_table(tolls) as tolls
left join rivals
    on rivals.event_id = tolls.event_id
    and rivals.harm = tolls.harm
    and rivals.victim_group = tolls.victim_group
    and rivals.low = tolls.low
where not exists (
    from query_table(tolls) as other
    where other.event_id = tolls.event_id
        and other.harm = tolls.harm
        and other.victim_group = tolls.victim_group
        and (
            (tolls.is_listed and not other.is_listed)
            or (tolls.is_found and not other.is_found and tolls.low <= other.low)
            or (
                tolls.speaker_id is null
                and other.speaker_id is not null
                and list_has_any(other.origins, tolls.origins)
            )
        )
)
group by tolls.event_id, tolls.harm, tolls.victim_group;
