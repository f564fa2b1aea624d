-- question: Which outlets give as fact what others attribute to a speaker?
-- grain: one outlet
-- reads: facts
create or replace view dropped_attributions as
with told as (
    select
        outlets,
        speaker_id is null as is_bare,
        bool_or(speaker_id is not null) over figure as is_attributed,
        bool_or(speaker_id is null) over figure as is_given_bare
    from facts
    where superseded is null
        and event_id is not null
        and scope = 'incident'
        and stance = 'asserts'
    window figure as (partition by event_id, harm, victim_group, figure_id)
),
disputed as (
    select unnest(outlets) as outlet, is_bare
    from told
    where is_attributed and is_given_bare
)
select
    outlet,
    count(*) filter (is_bare) as dropped,
    count(*) filter (not is_bare) as kept,
    round(count(*) filter (is_bare) / count(*), 2) as share_dropped
from disputed
group by outlet
having count(*) filter (is_bare) > 0;
