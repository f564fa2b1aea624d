-- question: Which two holders' totals cannot both be true, or call the same dead by other names?
-- grain: one pair of totals of one event: the greater, in whose row the pair belongs, and the lesser
-- reads: tolls_of
create or replace macro partings_of(tolls) as table
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
),
compared as (
    select
        tolls.*,
        coalesce(supported.support, 0) as support,
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
    left join supported
        on supported.event_id = tolls.event_id
        and supported.harm = tolls.harm
        and supported.victim_group = tolls.victim_group
        and supported.holder_id = tolls.holder_id
),
pairs as (
    select
        more.event_id,
        more.harm,
        more.victim_group,
        more.wider,
        more.holder_id,
        more.holder,
        more.figure,
        more.whole is not null as is_part,
        case when more.speaker_id is null then more.origins else [] end as own_texts,
        case when less.speaker_id is null then less.origins else [] end as other_own_texts,
        more.whole <> less.whole as is_of_other_whole,
        -- What a part is told of is more than the other counts in all.
        coalesce(more.whole > less.most, false) as is_of_greater_whole,
        more.least as low,
        less.most as high,
        less.harm as other_harm,
        less.victim_group as other_group,
        less.holder_id as other_id,
        less.holder as other_holder,
        less.figure as other_figure,
        case
            when more.side = 'civilians' and less.side = 'fighters' then 'who_died'
            when less.harm <> more.harm then 'casualties_below_harm'
            when less.victim_group <> more.victim_group then 'part_exceeds_whole'
            else 'disjoint'
        end as reason,
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
    from compared as more
    inner join compared as less
        on less.event_id = more.event_id
        and (less.harm = more.harm or less.harm = 'casualties')
        and (less.holder_id <> more.holder_id or less.victim_group <> more.victim_group)
    where (
            more.least > less.most
            -- "Many" tells of no size, and contradicts a zero alone.
            and (more.said <> 'vague' or more.least >= 20 or less.most = 0)
            -- Of two lists each group is compared by itself.
            and not (more.derived = 'list' and less.derived = 'list')
            -- Nobody has been arrested until somebody is.
            and not (more.harm = 'detained' and less.most = 0 and less.first_seen <= more.last_seen)
            and (
                less.harm = more.harm
                -- One or two who were hit are seldom all.
                or (more.harm in ('killed', 'wounded') and (less.most = 0 or less.most > 2))
            )
            and (
                less.victim_group = more.victim_group
                or (
                    list_contains(more.wider, less.victim_group)
                    -- A single victim of no kind, or what is told as a part, is no whole.
                    and less.most <> 1
                    and not less.is_subset
                )
            )
            -- Some of as many as the other counts, told in a sentence of their own, are those of
            -- one place or hour.
            and (less.is_apart and less.whole = more.least) is not true
            -- Who told what the other then told too, and has not spoken since, disputes no later
            -- figure.
            and not (
                less.told_to <= more.stands_from
                and list_filter(
                    coalesce(more.former, []),
                    lambda told: told.least <= coalesce(less.most, told.least)
                        and told.most >= less.least
                ) <> []
            )
            and not (
                more.told_to <= less.stands_from
                and list_filter(
                    coalesce(less.former, []),
                    lambda told: told.least <= coalesce(more.most, told.least)
                        and told.most >= more.least
                ) <> []
            )
        )
        or (
            less.harm = more.harm
            and more.side = 'civilians'
            and less.side = 'fighters'
            and less.holder_id <> more.holder_id
            and not more.is_listed
            and not less.is_listed
            and least(more.least, less.least) > 1
            and (
                (
                    abs(more.least - less.least) <= 0.1 * greatest(more.least, less.least)
                    and coalesce(more.most, more.least) >= less.least
                    and coalesce(less.most, less.least) >= more.least
                )
                -- Two who count the dead of one strike can be one apart.
                or (abs(more.least - less.least) = 1 and least(more.least, less.least) >= 5)
            )
        )
)
select
    pairs.event_id,
    pairs.harm,
    pairs.victim_group,
    pairs.holder_id,
    pairs.holder,
    pairs.figure,
    pairs.low,
    pairs.high,
    pairs.other_harm,
    pairs.other_group,
    pairs.other_id,
    pairs.other_holder,
    pairs.other_figure,
    -- Where the wholes part already, so do their parts; and of two wholes there can be two parts.
    case
        when pairs.reason = 'disjoint' and pairs.is_of_other_whole then 'wholes_part'
        when pairs.reason = 'part_exceeds_whole' and pairs.is_of_greater_whole then 'wholes_part'
        when pairs.reason = 'part_exceeds_whole' and exists (
            from pairs as wholes
            where wholes.event_id = pairs.event_id
                and wholes.harm = pairs.harm
                and wholes.reason = 'disjoint'
                and wholes.victim_group = pairs.other_group
        ) then 'wholes_part'
        when pairs.reason = 'disjoint' and exists (
            from pairs as wholes
            where wholes.event_id = pairs.event_id
                and wholes.harm = pairs.harm
                and wholes.reason = 'disjoint'
                and list_contains(pairs.wider, wholes.victim_group)
                and (
                    (wholes.holder_id = pairs.holder_id and wholes.other_id = pairs.other_id)
                    or (wholes.holder_id = pairs.other_id and wholes.other_id = pairs.holder_id)
                    -- Whose own whole is disputed is disputed by that, unless nobody was harmed.
                    or (pairs.is_part and pairs.high > 0 and wholes.holder_id = pairs.holder_id)
                )
        ) then 'wholes_part'
        else pairs.reason
    end as reason,
    pairs.is_independent,
    -- What speaks for a mixed event or a misread figure.
    case
        when pairs.is_other_day then 'other_day'
        when pairs.is_other_place then 'other_place'
        when pairs.is_doubtful then 'doubtful'
    end as doubt
from pairs
where (
        pairs.reason not in ('part_exceeds_whole', 'casualties_below_harm')
        -- Who tells the whole is compared by the whole.
        or not exists (
            from query_table(tolls) as own
            where own.event_id = pairs.event_id
                and own.holder_id = pairs.holder_id
                and own.harm = pairs.other_harm
                and own.victim_group = pairs.other_group
                and not own.is_listed
                and own.holder_id <> pairs.other_id
        )
    )
    and (
        pairs.reason <> 'who_died'
        -- Who counts both sides does not dispute who died, nor does a text that quotes the other.
        or not exists (
            from query_table(tolls) as two_sided
            where two_sided.event_id = pairs.event_id
                and two_sided.harm = pairs.harm
                and two_sided.least > 0
                and (
                    (
                        two_sided.side = 'fighters'
                        and (
                            two_sided.holder_id = pairs.holder_id
                            or list_has_any(two_sided.origins, pairs.own_texts)
                        )
                    )
                    or (
                        two_sided.side = 'civilians'
                        and (
                            two_sided.holder_id = pairs.other_id
                            or list_has_any(two_sided.origins, pairs.other_own_texts)
                        )
                    )
                )
        )
    );
