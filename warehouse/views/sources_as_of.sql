-- question: In how many documents and outlets did each figure stand by a moment, and from how many originators?
-- grain: one event, harm, victim group and figure; a null figure_id sums the group
-- reads: facts
create or replace macro sources_as_of(
    seen_by, known_at := timestamp 'infinity', among := 'facts', events := null
) as table
select
    event_id,
    harm,
    victim_group,
    figure_id,
    -- Counting distinct values per group is dear: many groups have one row, and lists of numbers
    -- are gathered three times as fast as lists of names.
    case when count(*) = 1 then 1 else len(list_distinct(list(hash(document_id)))) end as documents,
    case when count(*) = 1 then 1 else len(list_distinct(list(hash(originator)))) end
        as originators,
    case
        when count(*) = 1 then any_value(len(outlets))
        else len(list_distinct(flatten(list(list_transform(outlets, lambda name: hash(name))))))
    end as outlets
from query_table(among)
where event_id is not null
    and scope = 'incident'
    and part_of is null
    and (events is null or list_contains(events, event_id))
    and learned <= known_at
    and (superseded is null or superseded > known_at)
    and coalesce(published, learned) <= seen_by
group by grouping sets ((event_id, harm, victim_group, figure_id), (event_id, harm, victim_group));
