-- question: What would a row of an event dataset in the manner of ACLED's hold?
-- grain: one event and victim group; an event without figures of the killed has a row of its own
-- There a zero also means that no figure was reported, so that tags tell the two apart. Kinds of
-- events are a coder's judgement: these columns stay empty. actor1 holds all who are blamed, by
-- whomever; actor2 those who were killed, where they are a group.
with told as (
    select
        event_id, victim_group, low, class, positions
    from discrepancies_as_of(timestamp 'infinity', number_words := 'acled')
    where harm = 'killed'
),
spoken as (
    select
        event_id,
        array_to_string(list(distinct outlet order by outlet), '; ') as outlets,
        max(learned) as last_learned
    from marked_claims
    where event_id is not null and scope = 'incident' and standing <> 'rejected'
    group by event_id
)
select
    events.event_id || '-' || row_number() over (
        partition by events.event_id order by told.victim_group nulls last
    ) as event_id_cnty,
    events.date_from as event_date,
    year(events.date_from) as year,
    case
        when events.date_from is null then null
        when events.date_to = events.date_from then 1
        when events.date_to - events.date_from < 7 then 2
        else 3
    end as time_precision,
    cast(null as varchar) as disorder_type,
    cast(null as varchar) as event_type,
    cast(null as varchar) as sub_event_type,
    blamed.agents as actor1,
    nullif(told.victim_group, 'all') as actor2,
    places.country,
    places.province as admin1,
    events.place as location,
    places.latitude,
    places.longitude,
    case places.level when 'place' then 1 when 'province' then 2 when 'country' then 3 end
        as geo_precision,
    spoken.outlets as source,
    coalesce(
        array_to_string(
            list_transform(
                told.positions,
                lambda line: line.figure || ' ('
                    || array_to_string(
                        list_transform(line.holders, lambda holder: holder.holder)
                        || list_transform(
                            line.denied_by, lambda holder: 'denied by ' || holder.holder
                        ),
                        ', '
                    )
                    || ')'
            ),
            '; '
        ),
        'No figure of the killed.'
    ) as notes,
    coalesce(told.low, 0) as fatalities,
    case
        when told.event_id is null then 'fatalities=no figure'
        when told.low is null then 'fatalities=figure in words only'
        when told.low = 0 then 'fatalities=zero claimed'
        else 'fatalities=lowest figure'
    end
    || coalesce('; figures=' || told.class, '')
    || coalesce('; victims=' || told.victim_group, '') as tags,
    cast(epoch(spoken.last_learned) as bigint) as timestamp
from events
inner join spoken on spoken.event_id = events.event_id
left join told on told.event_id = events.event_id
left join event_locations as places on places.event_id = events.event_id
left join (
    select event_id, array_to_string(list(distinct agent order by agent), '; ') as agents
    from blames
    group by event_id
) as blamed on blamed.event_id = events.event_id
where events.merged_into is null
order by events.event_id, told.victim_group nulls last
