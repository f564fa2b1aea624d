-- question: Which places do the events name that nothing puts on the map?
-- grain: one place by its name
select events.place, count(distinct events.event_id) as events, count(*) as claims
from events
inner join current_claims as claims on claims.event_id = events.event_id
left join event_locations as located on located.event_id = events.event_id
where events.place is not null and events.merged_into is null and located.event_id is null
group by events.place
