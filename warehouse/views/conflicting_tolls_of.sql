-- question: Which two holders' totals cannot both be true, or call the same dead by other names?
-- grain: one pair of totals of one event: the greater, in whose row the pair belongs, and the lesser
-- reads: tolls_of, comparable_tolls_of, opposed_tolls_of, doubts_of
create or replace macro conflicting_tolls_of(tolls) as table
with comparable as materialized (from comparable_tolls_of(tolls)),
pairs as materialized (from opposed_tolls_of('comparable')),
doubts as materialized (from doubts_of('pairs', 'comparable'))
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
    doubts.is_independent,
    doubts.is_one_state,
    pairs.own_texts <> [] or pairs.other_own_texts <> [] as is_of_own_voice,
    -- What speaks for a mixed event, a misread figure or a toll that rose.
    case
        when doubts.is_other_day then 'other_day'
        when doubts.is_other_place then 'other_place'
        when doubts.is_other_agent then 'other_agent'
        when doubts.is_doubtful then 'doubtful'
        -- What a later count has overtaken disputes nothing: that count does, where it can.
        when doubts.is_interim or doubts.is_history then 'overtaken'
    end as doubt,
    doubts.is_overtaken,
    doubts.is_history,
    doubts.is_supported
from pairs
inner join doubts
    on doubts.event_id = pairs.event_id
    and doubts.harm = pairs.harm
    and doubts.victim_group = pairs.victim_group
    and doubts.holder_id = pairs.holder_id
    and doubts.other_harm = pairs.other_harm
    and doubts.other_group = pairs.other_group
    and doubts.other_id = pairs.other_id
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
