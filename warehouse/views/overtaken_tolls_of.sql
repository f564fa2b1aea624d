-- question: Which totals has a later count overtaken?
-- grain: one event, harm, victim group and holder
-- reads: comparable_tolls_of, holders
create or replace macro overtaken_tolls_of(comparable) as table
-- Reporters, hospitals, police and officials count the dead as they are found, and whoever counts
-- later takes over from them. A side of the conflict, witnesses and rights groups dispute a count.
with takes_over(kind, later_kinds) as (
    values
        ('article', ['article', 'media', 'medical', 'police', 'official', 'government']),
        ('media', ['article', 'media', 'medical', 'police', 'official', 'government']),
        ('medical', ['article', 'media', 'medical', 'police', 'official', 'government']),
        ('police', ['article', 'media', 'police', 'official', 'government']),
        ('official', ['article', 'media', 'police', 'official', 'government']),
        ('government', ['official', 'government'])
)
select distinct earlier.event_id, earlier.harm, earlier.victim_group, earlier.holder_id
from query_table(comparable) as earlier
inner join takes_over on takes_over.kind = coalesce(earlier.speaker_kind, 'article')
inner join query_table(comparable) as later
    on later.event_id = earlier.event_id
    and later.harm = earlier.harm
    and later.victim_group = earlier.victim_group
    and later.least > earlier.most
    and not later.is_listed
    and cast(earlier.last_seen as date) < cast(later.first_seen as date)
    and list_contains(takes_over.later_kinds, coalesce(later.speaker_kind, 'article'))
left join holders as one on one.holder_id = earlier.holder_id
left join holders as other on other.holder_id = later.holder_id
-- Two countries count their own dead, or each other's.
where coalesce(one.country <> other.country, false) is false;
