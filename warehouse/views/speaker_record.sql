-- question: Which holders are regularly lowest or highest, against the others on the same events?
-- grain: one named holder
-- reads: held_tolls
create or replace view speaker_record as
with held as (
    select
        event_id, harm, victim_group, holder_id, holder, is_named, speaker_id, speaker_kind,
        speaker_role, low, coalesce(high, low) as top
    from internal.held_tolls
    where not is_listed and low is not null
),
compared as (
    select
        holder_id,
        holder,
        is_named and speaker_id is not null as is_speaker,
        speaker_kind,
        speaker_role,
        low,
        top,
        count(*) over others as holders,
        min(low) over others as least,
        max(low) over others as greatest_low,
        max(top) over others as most,
        min(top) over others as least_top,
        avg(low) over others as mean_low
    from held
    window others as (partition by event_id, harm, victim_group)
)
select
    holder_id,
    min(holder) as "name",
    min(speaker_kind) as kind,
    min(speaker_role) as "role",
    count(*) as figures,
    count(*) filter (low = least and greatest_low > low) as times_lowest,
    count(*) filter (top = most and least_top < top) as times_highest,
    round(median(low / mean_low) filter (mean_low > 0), 2) as median_share_of_mean
from compared
where holders > 1 and is_speaker
group by holder_id;
