-- question: Which totals has a later count overtaken, and whose counts do they dispute no longer?
-- grain: one event, harm, victim group and holder
-- reads: comparable_tolls_of, holders
create or replace macro overtaken_tolls_of(comparable) as table
-- Reporters, hospitals, police and officials count the dead as they are found, and whoever counts
-- later takes over from them. A side of the conflict, witnesses and rights groups dispute a count.
-- What reporters and hospitals count meanwhile disputes nothing; police and officials vouch for it.
with successors(kinds, later_kinds, is_interim) as (
    values
        (
            ['article', 'media', 'medical'],
            ['article', 'media', 'medical', 'police', 'official', 'government'],
            true
        ),
        (['police', 'official'], ['article', 'media', 'police', 'official', 'government'], false),
        (['government'], ['official', 'government'], false)
)
select distinct
    earlier.event_id,
    earlier.harm,
    earlier.victim_group,
    earlier.holder_id,
    case when successors.is_interim then successors.later_kinds else [] end as undisputed
from query_table(comparable) as earlier
inner join successors
    on list_contains(successors.kinds, coalesce(earlier.speaker_kind, 'article'))
inner join query_table(comparable) as later
    on later.event_id = earlier.event_id
    and later.harm = earlier.harm
    and later.victim_group = earlier.victim_group
    and later.least > earlier.most
    and not later.is_listed
    and cast(earlier.last_seen as date) < cast(later.first_seen as date)
    and list_contains(successors.later_kinds, coalesce(later.speaker_kind, 'article'))
left join holders as one on one.holder_id = earlier.holder_id
left join holders as other on other.holder_id = later.holder_id
-- Two countries count their own dead, or each other's.
where coalesce(one.country = other.country, true);
