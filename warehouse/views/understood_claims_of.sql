-- question: Whom does a count without words for its victims, or of a class, count by what other texts say?
-- grain: one claim of one event's victims
-- reads: facts, figures, bounds, undivided_victims_of, own_people_of
create or replace macro understood_claims_of(told) as table
-- What is told of one kind of victims alone: "57 soldiers", and by nobody "57 people".
with named as (
    select
        event_id, harm, figure_id,
        struct_pack(victim_group := min(victim_group), wider := min(wider), side := min(side))
            as people,
        list_distinct(list(holder_id)) as holders
    from query_table(told)
    where said = 'figure'
        and low = high
        and low > 1
        and (victim_group <> 'all' or victims_text is not null)
        and not is_partial
        and part_of is null
    group by event_id, harm, figure_id
    having count(distinct victim_group) = 1 and min(victim_group) <> 'all'
),
-- Where the forces of one state alone, and one armed group alone, are told to have had victims, the
-- forces and the fighters that other texts do not name are those.
belligerents as (
    select
        event_id,
        case
            when ends_with(victim_group, ' security forces') then 'security forces'
            else 'combatants'
        end as class,
        struct_pack(victim_group := min(victim_group), wider := min(wider), side := 'fighters')
            as people
    from query_table(told)
    where side = 'fighters'
        and victim_group not in ('security forces', 'combatants')
        and not contains(victim_group, ', ')
    group by event_id, class
    having count(distinct victim_group) = 1
),
-- Where all who say whom they count name the one group, and two of them do, a count of like size
-- that names nobody is of that group.
sole as (
    select
        event_id, harm,
        struct_pack(victim_group := min(victim_group), wider := min(wider), side := 'fighters')
            as people,
        min(low) / 2 as least,
        max(low) * 2 as most
    from query_table(told)
    where (victim_group <> 'all' or victims_text is not null) and coalesce(low > 0, true)
    group by event_id, harm
    having count(distinct victim_group) = 1
        and bool_and(side is not distinct from 'fighters')
        and bool_and(part_of is null and not is_partial)
        and count(distinct holder_id) > 1
),
undivided as (
    select
        event_id, harm,
        struct_pack(
            victim_group := 'all', wider := cast([] as varchar[]), side := cast(null as varchar)
        ) as people
    from undivided_victims_of(told)
),
meant as (
    select
        told.*,
        coalesce(
            undivided.people,
            belligerents.people,
            named.people,
            sole.people,
            struct_pack(
                victim_group := told.victim_group, wider := told.wider, side := told.side
            )
        ) as people
    from query_table(told) as told
    left join belligerents
        on belligerents.event_id = told.event_id
        and belligerents.class = told.victim_group
    left join named
        on named.event_id = told.event_id
        and named.harm = told.harm
        and named.figure_id = told.figure_id
        and told.victim_group = 'all'
        and told.victims_text is null
        -- A small number is as soon one of others, unless one holder has both.
        and (told.low > 4 or list_contains(named.holders, told.holder_id))
    left join sole
        on sole.event_id = told.event_id
        and sole.harm = told.harm
        and told.victim_group = 'all'
        and told.victims_text is null
        and told.low between sole.least and sole.most
    left join undivided
        on undivided.event_id = told.event_id
        and undivided.harm = told.harm
        and told.victim_group in ('all', 'civilians')
        -- Whom another text names as children or nurses stays one of those.
        and coalesce(named.people.victim_group, 'civilians') = 'civilians'
),
understood as (
    select
        * exclude (people) replace (
            people.victim_group as victim_group, people.wider as wider, people.side as side
        )
    from meant
)
select
    understood.* replace (
        coalesce(own.victim_group, understood.victim_group) as victim_group,
        coalesce(own.wider, understood.wider) as wider
    )
from understood
left join own_people_of('understood') as own
    on own.event_id = understood.event_id
    and own.speaker_country = understood.speaker_country
    and understood.victim_group = 'all';
