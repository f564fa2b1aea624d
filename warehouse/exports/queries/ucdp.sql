-- question: What would a row of an event dataset in the manner of UCDP's hold?
-- grain: one event and victim group with figures of the killed
-- Kinds of violence and best estimates are a coder's judgement: these columns stay empty. side_a
-- holds all who are blamed, by whomever; side_b those who were killed, where they are a group.
select
    told.event_id || '-' || row_number() over (
        partition by told.event_id order by told.victim_group nulls last
    ) as id,
    told.event_id as relid,
    year(told.date_from) as year,
    cast(null as integer) as type_of_violence,
    cast(null as varchar) as conflict_name,
    cast(null as varchar) as dyad_name,
    blamed.agents as side_a,
    nullif(told.victim_group, 'all') as side_b,
    told.originators as number_of_sources,
    articles.articles as source_article,
    articles.headlines as source_headline,
    told.place as where_coordinates,
    case places.level when 'place' then 1 when 'province' then 4 when 'country' then 6 end
        as where_prec,
    places.province as adm_1,
    places.latitude,
    places.longitude,
    places.country,
    case when told.date_from is not null and told.place is not null then 1 else 2 end
        as event_clarity,
    case
        when told.date_from is null then null
        when told.date_to = told.date_from then 1
        when told.date_to - told.date_from < 6 then 2
        when told.date_to - told.date_from < 7 then 3
        when told.date_to - told.date_from < 31 then 4
        else 5
    end as date_prec,
    told.date_from as date_start,
    told.date_to as date_end,
    cast(null as bigint) as deaths_a,
    cast(null as bigint) as deaths_b,
    cast(null as bigint) as deaths_civilians,
    cast(null as bigint) as deaths_unknown,
    cast(null as bigint) as best,
    told.high,
    told.low,
    told.victim_group,
    told.class as agreement,
    told.policy as number_words
from discrepancies as told
left join event_locations as places on places.event_id = told.event_id
left join (
    select event_id, array_to_string(list(distinct agent order by agent), '; ') as agents
    from blames
    group by event_id
) as blamed on blamed.event_id = told.event_id
left join (
    select
        event_id, harm, victim_group,
        array_to_string(list(distinct url order by url), '; ') as articles,
        array_to_string(list(distinct title order by title), '; ') as headlines
    from marked_claims
    where standing <> 'rejected'
    group by event_id, harm, victim_group
) as articles
    on articles.event_id = told.event_id
    and articles.harm = told.harm
    and articles.victim_group is not distinct from told.victim_group
where told.harm = 'killed'
order by told.event_id, told.victim_group nulls last
