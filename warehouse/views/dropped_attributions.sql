-- question: Which outlets give as fact what others attribute to a speaker?
-- grain: one outlet
-- reads: facts
create or replace view dropped_attributions as
with told as (
    select
        event_id, harm, victim_group, figure_id, unnest(outlets) as outlet, document_id,
        speaker_id is not null as is_attributed
    from internal.facts
    where superseded is null
        and event_id is not null
        and scope = 'incident'
        and stance = 'asserts'
),
-- Who names the speaker once, and then repeats the figure, has kept the attribution.
printed as (
    select
        event_id, harm, victim_group, figure_id, outlet, document_id,
        bool_or(is_attributed) as is_kept
    from told
    group by event_id, harm, victim_group, figure_id, outlet, document_id
),
compared as (
    select
        outlet,
        is_kept,
        bool_or(is_kept) over figure as is_kept_somewhere,
        bool_and(is_kept) over figure as is_kept_everywhere
    from printed
    window figure as (partition by event_id, harm, victim_group, figure_id)
)
select
    outlet,
    count(*) filter (not is_kept) as dropped,
    count(*) filter (is_kept) as kept,
    round(count(*) filter (not is_kept) / count(*), 2) as share_dropped
from compared
where is_kept_somewhere and not is_kept_everywhere
group by outlet
having count(*) filter (not is_kept) > 0;
