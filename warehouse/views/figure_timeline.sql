-- question: How did the figures on an event move, in the order in which they became public?
-- grain: one figure that one holder gives for one harm and victim group of one event; what no page dates has no place in the order (is_dated = false)
-- reads: positions
create or replace view figure_timeline as
select
    event_id,
    event,
    harm,
    victim_group,
    first_seen,
    is_dated,
    holder,
    speaker_kind,
    figure,
    stance,
    low,
    high,
    case when is_dated then min(low) over earlier end as lowest_so_far,
    case when is_dated then max(coalesce(high, low)) over earlier end as highest_so_far,
    policy
from positions
where not is_part
window earlier as (
    partition by event_id, harm, victim_group
    order by first_seen nulls last
    range between unbounded preceding and current row
);
