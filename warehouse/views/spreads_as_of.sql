-- question: Can all figures on one event be true at once, by a moment?
-- grain: one event, harm and victim group
-- reads: positions_as_of
create or replace macro spreads_as_of(
    seen_by, known_at := timestamp 'infinity', number_words := 'strict', among := 'facts',
    events := null
) as table
with held as (
    select
        event_id, harm, victim_group, victim_attributes, low, high,
        last_seen = max(last_seen) over (
            partition by event_id, harm, victim_group, holder_id, victim_attributes
        ) as is_latest
    from positions_as_of(
        seen_by, known_at := known_at, number_words := number_words, among := among,
        events := events
    )
    where stance = 'asserts' and not is_part
),
-- Intervals have a point in common exactly where the greatest low is no more than the least high.
alike as (
    select
        event_id,
        harm,
        victim_group,
        min(low) as low,
        max(high) as high,
        bool_or(high is null) as is_open,
        max(low) as top,
        min(high) as bottom,
        max(low) filter (is_latest) as latest_top,
        min(high) filter (is_latest) as latest_bottom
    from held
    where low is not null
    group by event_id, harm, victim_group, victim_attributes
)
select
    event_id,
    harm,
    victim_group,
    min(low) as low,
    case when not bool_or(is_open) then max(high) end as high,
    max(top) as top,
    min(bottom) as bottom,
    coalesce(bool_or(latest_top > latest_bottom), false) as is_conflict,
    coalesce(bool_or(top > bottom), false) as is_update,
    coalesce(max(latest_top) > min(latest_bottom), false) as is_scope
from alike
group by event_id, harm, victim_group;
