-- question: Where did each event happen, and which figures are there of it?
-- grain: one event
select
    events.event_id,
    events.label,
    events.place,
    events.date_from,
    events.date_to,
    places.latitude,
    places.longitude,
    places.level,
    places.province,
    places.country,
    list(
        struct_pack(
            harm := told.harm,
            victim_group := told.victim_group,
            class := told.class,
            low := told.low,
            high := told.high,
            figures := list_transform(told.positions, lambda line: line.figure),
            policy := told.policy
        )
        order by told.harm, told.victim_group
    ) as comparisons
from events
inner join discrepancies as told on told.event_id = events.event_id
left join event_locations as places on places.event_id = events.event_id
group by all
order by events.event_id
