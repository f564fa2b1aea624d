-- question: What is the sum over a year under each number-word policy, with its range?
-- grain: one year, harm and policy; a null year sums the events that no text dates
-- reads: facts, bounds, events
create or replace view yearly_totals as
with told as (
    select
        event_id,
        harm,
        victim_group,
        figure_id,
        min(published) as published
    from facts
    where superseded is null
        and event_id is not null
        and scope = 'incident'
        and stance = 'asserts'
        and part_of is null
    group by event_id, harm, victim_group, figure_id
),
grouped as (
    select
        told.event_id,
        told.harm,
        coalesce(told.victim_group, 'all') = 'all' as is_overall,
        told.victim_group,
        bounds.policy,
        min(bounds.low) as low,
        max(coalesce(bounds.high, bounds.low)) as high,
        bool_or(bounds.high is null) as is_open,
        min(told.published) as published
    from told
    inner join bounds on bounds.figure_id = told.figure_id and bounds.low is not null
    group by told.event_id, told.harm, told.victim_group, bounds.policy
),
-- Figures of all victims hold those of each group: the larger of the two counts, never both.
summed as (
    select
        event_id,
        harm,
        policy,
        greatest(
            coalesce(max(low) filter (is_overall), 0), coalesce(sum(low) filter (not is_overall), 0)
        ) as low,
        greatest(
            coalesce(max(high) filter (is_overall), 0),
            coalesce(sum(high) filter (not is_overall), 0)
        ) as high,
        bool_or(is_open) as is_open,
        min(published) as published
    from grouped
    group by event_id, harm, policy
)
select
    -- What no text dates has no year: when it was loaded says nothing of when it happened.
    year(coalesce(events.date_to, summed.published)) as year,
    summed.harm,
    summed.policy,
    count(*) as events,
    sum(summed.low) as low,
    sum(summed.high) as high,
    count(*) filter (summed.is_open) as open_ended
from summed
inner join events on events.event_id = summed.event_id
group by year(coalesce(events.date_to, summed.published)), summed.harm, summed.policy;
