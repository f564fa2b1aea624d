-- question: Which speakers are regularly lowest or highest, against the others on the same events?
-- grain: one named speaker
-- reads: positions, speakers
create or replace view speaker_record as
with held as (
    select
        event_id,
        harm,
        victim_group,
        holder_id,
        min(low) as low,
        max(coalesce(high, low)) as top
    from positions
    where stance = 'asserts' and not is_part and low is not null
    group by event_id, harm, victim_group, holder_id
),
compared as (
    select
        holder_id,
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
    speakers.speaker_id,
    speakers.name,
    speakers.kind,
    speakers.role,
    count(*) as figures,
    count(*) filter (compared.low = compared.least and compared.greatest_low > compared.low)
        as times_lowest,
    count(*) filter (compared.top = compared.most and compared.least_top < compared.top)
        as times_highest,
    round(
        median(compared.low / compared.mean_low) filter (compared.mean_low > 0), 2
    ) as median_share_of_mean
from compared
inner join speakers on speakers.speaker_id = compared.holder_id and speakers.is_named
where compared.holders > 1
group by speakers.speaker_id, speakers.name, speakers.kind, speakers.role;
