-- question: Which totals has a later count overtaken, and whose counts do they dispute no longer?
-- grain: one event, harm, victim group and holder
-- reads: comparable_tolls_of
create or replace macro overtaken_tolls_of(comparable) as table
-- Reporters, hospitals and a state's offices count the dead as they are found, and whoever counts
-- later takes over from them. A side of the conflict, witnesses and rights groups dispute a count;
-- so does whoever counts where a state's office counted nobody, or less than half of what it did.
with successors(kinds, later_kinds, is_of_state) as (
    values
        (
            ['article', 'media', 'medical'],
            ['article', 'media', 'medical', 'police', 'official', 'government'],
            false
        ),
        (
            ['police', 'official', 'government', 'military'],
            ['police', 'official', 'government', 'military', 'court'],
            true
        ),
        (['police', 'official', 'government'], ['article', 'media'], false),
        (['police', 'official', 'government', 'military'], ['medical'], false)
)
select
    earlier.event_id,
    earlier.harm,
    earlier.victim_group,
    earlier.holder_id,
    list_distinct(flatten(list(successors.later_kinds))) as undisputed,
    bool_or(later.least > earlier.most) as has_risen,
    -- Whom one text sets side by side are rivals, and so are two offices not known to be of one
    -- state; an office's count stays in dispute, whatever a text tells by itself.
    bool_or(
        later.least > earlier.most
        and not list_has_any(earlier.documents, later.documents)
        and (not successors.is_of_state or coalesce(earlier.country = later.country, false))
        and not (
            earlier.is_of_state and coalesce(later.speaker_kind, 'article') in ('article', 'media')
        )
    ) as is_history
from query_table(comparable) as earlier
inner join successors
    on list_contains(successors.kinds, coalesce(earlier.speaker_kind, 'article'))
inner join query_table(comparable) as later
    on later.event_id = earlier.event_id
    and later.harm = earlier.harm
    and later.victim_group = earlier.victim_group
    and list_contains(successors.later_kinds, coalesce(later.speaker_kind, 'article'))
    and not later.is_listed
    and not earlier.is_listed
    and earlier.told_to <= later.stands_from
    -- Two countries count their own dead, or each other's.
    and coalesce(earlier.country = later.country, true)
where case
        when successors.is_of_state
            then earlier.most > 0
            and (
                later.least > earlier.most
                or (later.most < earlier.least and 2 * later.most >= earlier.least)
            )
        -- Whoever saves and treats counts on where nobody blames the state for the dead.
        when later.speaker_kind = 'medical' and earlier.is_of_state
            then later.least > earlier.most
            and earlier.most > 0
            and not list_contains(earlier.agent_sides || later.agent_sides, 'state')
        -- What a text tells by itself is the same toll, risen, while it is less than twice as much.
        when earlier.is_of_state
            then later.least > earlier.most and later.least < 2 * earlier.most
        else later.least > earlier.most
    end
group by earlier.event_id, earlier.harm, earlier.victim_group, earlier.holder_id;
