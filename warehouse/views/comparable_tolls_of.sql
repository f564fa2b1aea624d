-- question: How many sources could be right together with each total, and which places do its texts name?
-- grain: one event, harm, victim group and holder
-- reads: tolls_of, holders
create or replace macro comparable_tolls_of(tolls) as table
with supported as (
    -- How many sources could be right together with each total.
    select
        one.event_id, one.harm, one.victim_group, one.holder_id,
        count(distinct other.source) as support
    from query_table(tolls) as one
    inner join query_table(tolls) as other
        on other.event_id = one.event_id
        and other.harm = one.harm
        and other.victim_group = one.victim_group
        and not other.is_listed
        and other.least <= coalesce(one.most, other.least)
        and one.least <= coalesce(other.most, one.least)
    group by one.event_id, one.harm, one.victim_group, one.holder_id
)
select
    tolls.*,
    coalesce(supported.support, 0) as support,
    -- Of the registry's holders a state's bodies alone have a country.
    holders.country is not null
    or coalesce(
        tolls.speaker_kind in ('government', 'military', 'police', 'court', 'official'), false
    ) as is_of_state,
    -- The countries in which its texts place what happened.
    list_distinct(list_transform(
        list_filter(
            flatten(tolls.places),
            lambda level: level."level" = 'country' and starts_with(level."key", 'iso:')
        ),
        lambda level: level."key"[5:]
    )) as scenes,
    -- An official whose country no words tell serves that where it happened.
    case when is_of_state
        then coalesce(
            holders.country,
            tolls.speaker_country,
            case when len(scenes) = 1 then scenes[1] end
        )
    end as country,
    -- Each place within a country that its texts name, with all that lies around it.
    list_transform(
        list_filter(tolls.places, lambda place: place[1]."level" <> 'country'),
        lambda place: struct_pack(
            keys := list_transform(place, lambda level: level."key"),
            names := list_transform(place, lambda level: lower(level."name")),
            is_spot := place[1]."level" in ('site', 'district', 'city'),
            spot := list_filter(place, lambda level: level.latitude is not null)[1]
        )
    ) as located
from query_table(tolls) as tolls
left join holders on holders.holder_id = tolls.holder_id
left join supported
    on supported.event_id = tolls.event_id
    and supported.harm = tolls.harm
    and supported.victim_group = tolls.victim_group
    and supported.holder_id = tolls.holder_id;
