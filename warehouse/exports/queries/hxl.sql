-- question: How many people were harmed in which event, at least and at most?
-- grain: one event and victim group
select
    told.event_id,
    any_value(told.event) as event,
    any_value(told.date_from) as date_from,
    any_value(told.date_to) as date_to,
    any_value(told.place) as place,
    any_value(places.province) as province,
    any_value(places.country) as country,
    any_value(places.latitude) as latitude,
    any_value(places.longitude) as longitude,
    told.victim_group,
    any_value(told.low) filter (harm = 'killed') as killed_low,
    any_value(told.high) filter (harm = 'killed') as killed_high,
    any_value(told.low) filter (harm = 'wounded') as wounded_low,
    any_value(told.high) filter (harm = 'wounded') as wounded_high,
    any_value(told.low) filter (harm = 'detained') as detained_low,
    any_value(told.high) filter (harm = 'detained') as detained_high,
    any_value(told.low) filter (harm = 'missing') as missing_low,
    any_value(told.high) filter (harm = 'missing') as missing_high,
    any_value(told.low) filter (harm = 'casualties') as casualties_low,
    any_value(told.high) filter (harm = 'casualties') as casualties_high,
    case when bool_or(told.class in ('conflict', 'who_died')) then 'conflict' else 'no conflict' end as status,
    max(told.originators) as originators,
    any_value(told.policy) as policy
from discrepancies as told
left join event_locations as places on places.event_id = told.event_id
group by told.event_id, told.victim_group
order by told.event_id, told.victim_group nulls last
