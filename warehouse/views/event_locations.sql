-- question: Where on the map does each event lie, and who says so?
-- grain: one event of which anything tells where it lies; a reviewer's word before the gazetteer's
-- reads: events, event_places, verdicts
create or replace view event_locations as
with decided as (
    select distinct on (verdicts.event_id)
        verdicts.event_id, verdicts.place, verdicts.level, verdicts.country, verdicts.province,
        verdicts.latitude, verdicts.longitude, verdicts.reviewer
    from verdicts
    where verdicts.kind = 'locate'
        and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
    order by verdicts.event_id, verdicts.decided desc, verdicts.verdict_id desc
),
told as (
    select event_id, place, level, country, province, latitude, longitude, reviewer
    from decided
    union all
    select
        found.event_id, coalesce(found.name, found.place), found.level, found.country,
        found.province, found.latitude, found.longitude, null
    from event_places as found
    where found.latitude is not null
        and found.event_id not in (select event_id from decided)
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
