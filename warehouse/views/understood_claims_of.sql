-- question: Whom does a count without words for its victims, or of a class, count by what other texts say?
-- grain: one claim of one event's victims
-- reads: facts, figures, bounds
create or replace macro understood_claims_of(told) as table
-- What is told of one kind of victims alone: "57 soldiers", and by nobody "57 people".
with named as (
    select
        event_id, harm, figure_id,
        min(victim_group) as victim_group,
        min(wider) as wider,
        min(side) as side,
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
        min(victim_group) as victim_group,
        min(wider) as wider
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
        min(victim_group) as victim_group,
        min(wider) as wider,
        min(side) as side,
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
-- Who tells civilians apart from others: fighters are among the victims, no civilian is, civilians
-- are a part of a whole, or one holder has a number of each in one text.
divided as (
    select event_id, harm
    from query_table(told)
    where (side = 'fighters' and coalesce(low > 0, true))
        or (victim_group = 'civilians' and said = 'zero')
    union
    select part.event_id, part.harm
    from query_table(told) as part
    inner join query_table(told) as whole on whole.claim_id = part.part_of
    where part.victim_group = 'civilians'
        and whole.victim_group = 'all'
        and part.holder_id = whole.holder_id
    union
    select event_id, harm
    from query_table(told)
    where victim_group in ('all', 'civilians') and said = 'figure' and not is_listed
    group by event_id, harm, holder_id, document_id
    having count(distinct victim_group) > 1 and count(distinct figure_id) > 1
),
-- Where nobody does, "13 migrants" and "18 people" are two counts of the same victims.
undivided as (
    select counted.event_id, counted.harm
    from query_table(told) as counted
    anti join divided
        on divided.event_id = counted.event_id and divided.harm = counted.harm
    where counted.victim_group = 'all' and counted.said = 'figure' and not counted.is_listed
    group by counted.event_id, counted.harm
),
understood as (
    select
        told.* replace (
            case
                when undivided.event_id is not null and coalesce(named.victim_group, 'civilians') = 'civilians'
                    then 'all'
                else coalesce(
                    belligerents.victim_group, named.victim_group, sole.victim_group, told.victim_group
                )
            end as victim_group,
            case
                when undivided.event_id is not null and coalesce(named.victim_group, 'civilians') = 'civilians'
                    then cast([] as varchar[])
                else coalesce(belligerents.wider, named.wider, sole.wider, told.wider)
            end as wider,
            case
                when undivided.event_id is not null and coalesce(named.victim_group, 'civilians') = 'civilians'
                    then null
                when named.event_id is not null then named.side
                when sole.event_id is not null then sole.side
                else told.side
            end as side
        )
    from query_table(told) as told
    left join undivided
        on undivided.event_id = told.event_id
        and undivided.harm = told.harm
        and told.victim_group in ('all', 'civilians')
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
),
-- Of two states that each name their own people, each counts its own also where it only says how
-- many died. Offices that are called after the state tell whose the people are: "Armenia's health
-- ministry" and "Armenians".
offices as (
    select event_id, speaker_country, list(distinct strip_accents(lower(holder))) as names
    from understood
    where speaker_country is not null
    group by event_id, speaker_country
),
own as (
    select
        counted.event_id, counted.speaker_country,
        min(counted.victim_group) as victim_group,
        min(counted.wider) as wider
    from understood as counted
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
    qualify count(distinct min(counted.victim_group)) over (partition by counted.event_id) > 1
)
select
    understood.* replace (
        coalesce(own.victim_group, understood.victim_group) as victim_group,
        coalesce(own.wider, understood.wider) as wider
    )
from understood
left join own
    on own.event_id = understood.event_id
    and own.speaker_country = understood.speaker_country
    and understood.victim_group = 'all';
