-- question: Are two totals that part independent, and of one day, one place and one event?
-- grain: one pair of totals of one event
-- reads: comparable_tolls_of, opposed_tolls_of, overtaken_tolls_of
create or replace macro doubts_of(opposed, comparable) as table
with overtaken as (from overtaken_tolls_of(comparable))
select
    pairs.event_id,
    pairs.harm,
    pairs.victim_group,
    pairs.holder_id,
    pairs.other_harm,
    pairs.other_group,
    pairs.other_id,
    more.holder_id <> less.holder_id
        and more.source <> less.source
        and not (
            (more.speaker_id is null) <> (less.speaker_id is null)
            and list_has_any(more.origins, less.origins)
        )
        -- "A monitoring group" may be the one that another text names, or calls so, too.
        -- Two whom one text tells apart are two.
        and not (
            (
                more.is_named <> less.is_named
                or (not more.is_named and lower(more.holder) = lower(less.holder))
            )
            and more.speaker_kind = less.speaker_kind
            and more.speaker_kind in ('ngo', 'un', 'media', 'organisation', 'armed_group')
            and not list_has_any(more.documents, less.documents)
        ) as is_independent,
    -- Two bodies of one state, such as its army and its government: no others have a country.
    coalesce(more.country = less.country, false) as is_one_state,
    -- Reports of one night may give it two dates; one text that tells of two days means two.
    coalesce(
        greatest(more.day_from - less.day_to, less.day_from - more.day_to)
        > case when list_has_any(more.documents, less.documents) then 0 else 1 end,
        false
    ) as is_other_day,
    -- Two places of which neither holds the other, further apart than 50 km, or than their
    -- provinces reach; and two squares, districts or towns of one text, wherever they are.
    more.located <> []
    and less.located <> []
    and list_filter(
        more.located,
        lambda here: list_filter(
            less.located,
            lambda there: list_contains(there."keys", here."keys"[1])
                or list_contains(here."keys", there."keys"[1])
                or list_contains(there."names", here."names"[1])
                or list_contains(here."names", there."names"[1])
                or coalesce(2 * 6371 * asin(sqrt(
                    sin(radians(here.spot.latitude - there.spot.latitude) / 2) ** 2
                    + cos(radians(here.spot.latitude)) * cos(radians(there.spot.latitude))
                    * sin(radians(here.spot.longitude - there.spot.longitude) / 2) ** 2
                )) <= case here.spot."level"
                    when 'city' then 25 when 'district' then 25 when 'site' then 25 else 100 end
                    + case there.spot."level"
                    when 'city' then 25 when 'district' then 25 when 'site' then 25 else 100 end,
                    true)
                and not (
                    here.is_spot
                    and there.is_spot
                    and list_has_any(more.documents, less.documents)
                )
        ) <> []
    ) = [] as is_other_place,
    -- One text blames a state alone, the other alone those who fight it: two attacks.
    more.agent_sides <> []
    and less.agent_sides <> []
    and not list_has_any(more.agent_sides, less.agent_sides) as is_other_agent,
    coalesce(lesser.has_risen, false) as is_overtaken,
    coalesce(lesser.is_history, false) as is_history,
    -- Whether a body tells each of the two, or at least two sources could be right with it.
    list_filter(
        [more, less],
        lambda told: told.support < 2
            and coalesce(told.speaker_kind, 'article') in (
                'article', 'person', 'witness', 'relatives', 'media'
            )
    ) = [] as is_supported,
    -- One of the two was overtaken by counts such as the other's. Two offices are rivals where one
    -- text sets them side by side, and where they are not known to be of one state.
    less.harm = more.harm
        and less.victim_group = more.victim_group
        and (
            list_contains(lesser.undisputed, coalesce(more.speaker_kind, 'article'))
            or list_contains(greater.undisputed, coalesce(less.speaker_kind, 'article'))
        )
        and (
            not (more.is_of_state and less.is_of_state)
            or (
                coalesce(more.country = less.country, false)
                and not list_has_any(more.documents, less.documents)
            )
        ) as is_interim,
    -- A text's own figure may be of another day or place; a far smaller or greater one, and a
    -- vague one, more likely so.
    (
        (more.speaker_id is null or less.speaker_id is null)
        and less.most > 0
        and more.least >= 5 * less.most
    )
    -- A figure that one source has, far from the one that several have, may be misread.
    or (
        less.most > 0
        and more.least >= 5 * less.most
        and least(more.support, less.support) < 2
        and greatest(more.support, less.support) > 2
    )
    -- Who tells the other's number too, of that place, tells of something else besides.
    or (
        more.victim_group = less.victim_group
        and less.least = less.most
        and list_filter(
            more.told_numbers,
            lambda told: told.number = less.least
                and list_contains(
                    flatten(list_transform(less.located, lambda place: place."keys")),
                    told.place
                )
        ) <> []
    )
    -- Who has a zero for each of several places has none for all of them, nor has who tells of
    -- harm elsewhere in the same text.
    or (
        less.most = 0
        and (
            len(list_distinct(list_transform(
                list_filter(less.told_numbers, lambda told: told.number = 0),
                lambda told: told.place
            ))) > 1
            or (
                less.harm = 'casualties'
                and less.victim_group = 'all'
                and exists (
                    from query_table(comparable) as own
                    where own.event_id = less.event_id
                        and own.holder_id = less.holder_id
                        and own.harm in ('killed', 'wounded')
                        and own.least > 0
                        and list_has_any(own.documents, less.documents)
                )
            )
        )
    )
    -- A part of a number that is of no event (a day's, a war's) is no whole.
    or (less.is_subset and less.whole is null)
    or (more.speaker_id is null and more.said = 'vague')
    or (less.speaker_id is null and less.said = 'vague')
    -- More than twelve times as many are likelier of another event, unless one text has both.
    or (
        less.most > 0
        and more.least > 12 * less.most
        and not list_has_any(more.documents, less.documents)
    ) as is_doubtful
from query_table(opposed) as pairs
inner join query_table(comparable) as more
    on more.event_id = pairs.event_id
    and more.harm = pairs.harm
    and more.victim_group = pairs.victim_group
    and more.holder_id = pairs.holder_id
inner join query_table(comparable) as less
    on less.event_id = pairs.event_id
    and less.harm = pairs.other_harm
    and less.victim_group = pairs.other_group
    and less.holder_id = pairs.other_id
left join overtaken as lesser
    on lesser.event_id = less.event_id
    and lesser.harm = less.harm
    and lesser.victim_group = less.victim_group
    and lesser.holder_id = less.holder_id
left join overtaken as greater
    on greater.event_id = more.event_id
    and greater.harm = more.harm
    and greater.victim_group = more.victim_group
    and greater.holder_id = more.holder_id;
