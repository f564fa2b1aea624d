-- question: Where on the map does each event lie, and who says so?
-- grain: one event of which anything tells where it lies; reviewers' words before the gazetteer's
-- reads: events, event_places, verdicts
create or replace view event_locations as
with decided as (
    select distinct on (events.event_id)
        events.event_id, verdicts.place, verdicts.level, verdicts.country, verdicts.province,
        verdicts.latitude, verdicts.longitude, verdicts.reviewer
    from verdicts
    inner join events as about on about.event_id = verdicts.event_id
    inner join events on events.event_id = coalesce(about.merged_into, about.event_id)
    where verdicts.kind = 'locate'
        and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
    order by
        events.event_id, about.merged_into is not null, verdicts.decided desc,
        verdicts.verdict_id desc
),
named as (
    select distinct on (events.event_id)
        events.event_id, verdicts.place, verdicts.level, verdicts.country, verdicts.province,
        verdicts.latitude, verdicts.longitude, verdicts.reviewer
    from verdicts
    inner join events
        on strip_accents(lower(events.place)) = strip_accents(lower(verdicts.place))
    where verdicts.kind = 'place'
        and events.event_id not in (select event_id from decided)
        and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
    order by events.event_id, verdicts.decided desc, verdicts.verdict_id desc
),
told as (
    select event_id, place, level, country, province, latitude, longitude, reviewer
    from decided
    union all
    select event_id, place, level, country, province, latitude, longitude, reviewer
    from named
    union all
    select
        found.event_id, coalesce(found.name, found.place), found.level, found.country,
        found.province, found.latitude, found.longitude, null
    from internal.event_places as found
    where found.latitude is not null
        and found.event_id not in (select event_id from decided)
        and found.event_id not in (select event_id from named)
)
select
    told.event_id,
    told.place,
    told.level,
    told.country,
    told.province,
    told.latitude,
    told.longitude,
    told.reviewer
from told
inner join events on events.event_id = told.event_id and events.merged_into is null;
