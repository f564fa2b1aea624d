-- question: Which two totals of an event part: disjoint figures, a part above its whole, other victims?
-- grain: one pair of totals of one event: the greater, in whose row the pair belongs, and the lesser
-- reads: comparable_tolls_of
create or replace macro opposed_tolls_of(comparable) as table
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
    case when more.is_unordered then more.top else more.least end as low,
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
    end as reason
from query_table(comparable) as more
inner join query_table(comparable) as less
    on less.event_id = more.event_id
    and (less.harm = more.harm or less.harm = 'casualties')
    and (less.holder_id <> more.holder_id or less.victim_group <> more.victim_group)
where (
        (
            more.least > less.most
            -- Which figure of a holder came last is not known, and the other's is none of them.
            or (
                more.is_unordered
                and more.top > less.most
                and list_filter(
                    more.intervals,
                    lambda told: told.least <= less.most and less.least <= told.most
                ) = []
            )
        )
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
                -- Nor are the fighters of one side a part of dead of whom no words tell whose they
                -- are: both sides count so. Nobody is nobody.
                and (
                    less.victims_text is not null
                    or less.most = 0
                    or more.side is distinct from 'fighters'
                )
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
    );
