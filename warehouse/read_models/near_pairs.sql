-- question: Which two events can be one?
-- grain: two events of one place, or of places close by, and of days that touch, on which nobody has
-- decided; the nearest first
with told as (
    select event_id, count(*) as claims, count(distinct document_id) as documents
    from current_claims
    where event_id is not null
    group by event_id
),
known as (
    select
        events.event_id, events.label, lower(events.place) as place, events.date_from,
        events.date_to, told.claims, told.documents, places.latitude, places.longitude
    from events
    inner join told on told.event_id = events.event_id
    left join event_locations as places
        on places.event_id = events.event_id and places."level" = 'place'
    where events.date_from is not null and events.place is not null
),
decided as (
    select event_id, into_event_id
    from verdicts
    where kind = 'distinct'
        and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
),
pairs as (
    select
        kept.event_id as event_id,
        other.event_id as other_id,
        kept.place = other.place as is_same_place,
        2 * 6371 * asin(sqrt(
            sin(radians(other.latitude - kept.latitude) / 2) ** 2
            + cos(radians(other.latitude)) * cos(radians(kept.latitude))
            * sin(radians(other.longitude - kept.longitude) / 2) ** 2
        )) as kilometres,
        greatest(other.date_from - kept.date_to, kept.date_from - other.date_to, 0) as days,
        kept.claims + other.claims as claims
    from known as kept
    inner join known as other
        on other.date_from <= kept.date_to + 2
        and other.date_to >= kept.date_from - 2
    where kept.event_id <> other.event_id
        and (kept.documents, kept.claims, kept.event_id)
        > (other.documents, other.claims, other.event_id)
)
select
    event_id, other_id, is_same_place, cast(round(kilometres) as integer) as kilometres, days, claims
from pairs
where (is_same_place or kilometres < 15)
    and not exists (
        from decided
        where (decided.event_id, decided.into_event_id)
            in ((pairs.event_id, pairs.other_id), (pairs.other_id, pairs.event_id))
    )
