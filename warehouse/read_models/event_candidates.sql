-- question: Which events are nearest to a place, a time and some words?
-- grain: one event that has claims now, without the one that is asked about; the nearest first
with asked as (
    select
        lower($place) as place,
        cast($date_from as date) as date_from,
        cast($date_to as date) as date_to,
        list_filter(
            list_distinct(regexp_split_to_array(lower(coalesce($wording, '')), '\W+')),
            lambda word: len(word) > 3
        ) as words,
        (select latitude from event_locations where event_id = $event_id) as latitude,
        (select longitude from event_locations where event_id = $event_id) as longitude
),
told as (
    select
        claims.event_id,
        count(*) as claims,
        coalesce(string_agg(distinct documents.title, ' '), '') as titles
    from current_claims as claims
    inner join documents
        on documents.document_id = claims.document_id and documents.superseded is null
    where claims.event_id is not null
    group by claims.event_id
),
apart as (
    select
        events.event_id,
        events.label,
        events.place,
        told.claims,
        lower(events.place) = asked.place as is_same_place,
        2 * 6371 * asin(sqrt(
            sin(radians(places.latitude - asked.latitude) / 2) ** 2
            + cos(radians(places.latitude)) * cos(radians(asked.latitude))
            * sin(radians(places.longitude - asked.longitude) / 2) ** 2
        )) as kilometres,
        greatest(events.date_from - asked.date_to, asked.date_from - events.date_to, 0) as days,
        events.date_from is null or asked.date_from is null as is_undated,
        len(list_intersect(
            asked.words, regexp_split_to_array(lower(events.label || ' ' || told.titles), '\W+')
        )) / greatest(len(asked.words), 1) as shared_words,
        concat_ws(' ', events.label, events.place, told.titles) as wording
    from events
    inner join told on told.event_id = events.event_id
    cross join asked
    left join event_locations as places on places.event_id = events.event_id
    where events.event_id is distinct from $event_id
)
select
    event_id,
    label,
    place,
    claims,
    coalesce(is_same_place, false) as is_same_place,
    cast(round(kilometres) as integer) as kilometres,
    case when not is_undated then days end as days
from apart
where coalesce(list_bool_and(list_transform(
    cast($typed as varchar[]),
    lambda word: contains(strip_accents(lower(wording)), strip_accents(lower(word)))
)), true)
-- Each of place, time and wording counts the same, and fades with the distance.
order by
    case when is_same_place then 1 else coalesce(exp(-kilometres / 50), 0) end
    + case when is_undated then 0.2 else exp(-days / 7.0) end
    + shared_words desc,
    label,
    event_id
limit $most
