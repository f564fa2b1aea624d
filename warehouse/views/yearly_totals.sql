-- question: What is the sum over a year under each number-word policy, with its range and what is unsure of it?
-- grain: one year, harm and policy; a null year sums the events that no text dates
-- reads: held_tolls, bounds, comparisons, facts, events
create or replace view yearly_totals as
with summed_figures as (
    select
        event_id, harm, victim_group, wider, holder_id, is_listed,
        unnest(figure_ids) as figure_id
    from internal.held_tolls
    where len(figure_ids) > 1
),
-- Most totals are one figure, so that they need no sum.
held as materialized (
    select
        tolls.event_id,
        tolls.harm,
        tolls.victim_group,
        tolls.holder_id,
        tolls.wider,
        tolls.is_listed,
        bounds.policy,
        bounds.low,
        bounds.high
    from internal.held_tolls as tolls
    inner join internal.bounds on bounds.figure_id = tolls.figure_ids[1] and bounds.low is not null
    where len(tolls.figure_ids) = 1
    union all
    select
        figured.event_id,
        figured.harm,
        figured.victim_group,
        figured.holder_id,
        any_value(figured.wider) as wider,
        any_value(figured.is_listed) as is_listed,
        bounds.policy,
        sum(bounds.low) as low,
        case when count(*) = count(bounds.high) then sum(bounds.high) end as high
    from summed_figures as figured
    inner join internal.bounds on bounds.figure_id = figured.figure_id and bounds.low is not null
    group by
        figured.event_id, figured.harm, figured.victim_group, figured.holder_id, bounds.policy
),
-- What one holder counts: all victims where it tells them, else the groups that it tells of, which
-- are other people unless one lies in the other.
counted as (
    select
        event_id,
        harm,
        policy,
        holder_id,
        greatest(
            coalesce(max(low) filter (victim_group = 'all'), 0),
            coalesce(sum(low) filter (wider = ['all']), 0),
            max(low)
        ) as low,
        greatest(
            coalesce(max(coalesce(high, low)) filter (victim_group = 'all'), 0),
            coalesce(sum(coalesce(high, low)) filter (wider = ['all']), 0),
            max(coalesce(high, low))
        ) as high,
        bool_or(high is null) as is_open,
        bool_or(victim_group = 'all') as is_overall,
        bool_and(is_listed) as is_listed
    from held
    group by event_id, harm, policy, holder_id
),
-- What several holders tell of several groups, where nobody tells of all victims.
grouped as (
    select event_id, harm, policy, sum(low) as low, sum(high) as high
    from (
        select
            event_id, harm, policy, victim_group,
            min(low) as low,
            max(coalesce(high, low)) as high
        from held
        where wider = ['all'] and not is_listed
        group by event_id, harm, policy, victim_group
    )
    group by event_id, harm, policy
),
unsure as (
    select event_id, harm, bool_or(class = 'who_died') as are_the_same_dead
    from internal.comparisons
    where class in ('conflict', 'who_died', 'check')
    group by event_id, harm
),
summed as (
    select
        counted.event_id,
        counted.harm,
        counted.policy,
        coalesce(
            min(counted.low) filter (counted.is_overall and not counted.is_listed),
            case when not coalesce(bool_or(unsure.are_the_same_dead), false)
                then any_value(grouped.low) end,
            max(counted.low) filter (not counted.is_listed),
            max(counted.low)
        ) as low,
        greatest(
            max(counted.high),
            case
                when not bool_or(counted.is_overall and not counted.is_listed)
                    and not coalesce(bool_or(unsure.are_the_same_dead), false)
                    then any_value(grouped.high)
                else 0
            end
        ) as high,
        bool_or(counted.is_open and not counted.is_listed) or bool_and(counted.is_listed)
            as is_open,
        count(unsure.event_id) > 0 as is_disputed
    from counted
    left join grouped
        on grouped.event_id = counted.event_id
        and grouped.harm = counted.harm
        and grouped.policy = counted.policy
    left join unsure on unsure.event_id = counted.event_id and unsure.harm = counted.harm
    group by counted.event_id, counted.harm, counted.policy
),
dated as (
    select event_id, min(published) as published
    from internal.facts
    where superseded is null
        and event_id in (select event_id from events where date_to is null)
    group by event_id
)
select
    -- What no text dates has no year: when it was loaded says nothing of when it happened.
    year(coalesce(events.date_to, dated.published)) as year,
    summed.harm,
    summed.policy,
    count(*) as events,
    sum(summed.low) as low,
    sum(greatest(summed.high, summed.low)) as high,
    count(*) filter (summed.is_open) as open_ended,
    count(*) filter (summed.is_disputed) as disputed
from summed
inner join events on events.event_id = summed.event_id
left join dated on dated.event_id = summed.event_id
group by year(coalesce(events.date_to, dated.published)), summed.harm, summed.policy;
