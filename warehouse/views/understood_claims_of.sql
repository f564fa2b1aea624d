-- question: Whom does a count without words for its victims, or of a class, count by what other texts say?
-- grain: one claim of one event's victims
-- reads: facts, figures, bounds
create or replace macro understood_claims_of(told) as table
-- What is told of one kind of victims alone: "57 soldiers", and by nobody "57 people".
with named as (
    select
        event_id, harm, figure_id,
        any_value(victim_group) as victim_group,
        any_value(wider) as wider,
        any_value(side) as side,
        list_distinct(list(holder_id)) as holders
    from query_table(told)
    where said = 'figure'
        and low = high
        and low > 1
        and (victim_group <> 'all' or victims_text is not null)
        and not is_partial
        and part_of is null
    group by event_id, harm, figure_id
    having count(distinct victim_group) = 1 and any_value(victim_group) <> 'all'
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
        any_value(victim_group) as victim_group,
        any_value(wider) as wider
    from query_table(told)
    where side = 'fighters'
        and victim_group not in ('security forces', 'combatants')
        and not contains(victim_group, ', ')
    group by event_id, class
    having count(distinct victim_group) = 1
)
select
    told.* replace (
        coalesce(belligerents.victim_group, named.victim_group, told.victim_group) as victim_group,
        coalesce(belligerents.wider, named.wider, told.wider) as wider,
        case when named.event_id is null then told.side else named.side end as side
    )
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
    and (told.low > 4 or list_contains(named.holders, told.holder_id));
