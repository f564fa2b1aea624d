-- question: Which figures rest on one originator only?
-- grain: one figure of one event, harm and victim group that one originator reported; a text of no known medium goes by its title
-- reads: facts, figures, events, documents
create or replace view single_originator as
with lone as (
    select
        facts.event_id,
        events.label as event,
        facts.harm,
        facts.victim_group,
        figures.display as figure,
        any_value(facts.originator) as originator,
        count(*) as claims,
        len(
            list_distinct(flatten(list(list_transform(facts.outlets, lambda name: hash(name)))))
        ) as outlets,
        min(facts.published) as first_seen
    from internal.facts
    inner join internal.figures on figures.figure_id = facts.figure_id
    inner join events on events.event_id = facts.event_id
    where facts.superseded is null
        and facts.scope = 'incident'
        and facts.stance = 'asserts'
        and facts.part_of is null
    group by facts.event_id, events.label, facts.harm, facts.victim_group, figures.display
    having min(facts.originator) = max(facts.originator)
)
select
    lone.event_id,
    lone.event,
    lone.harm,
    lone.victim_group,
    lone.figure,
    coalesce(documents.title, lone.originator) as originator,
    lone.claims,
    lone.outlets,
    lone.first_seen
from lone
left join documents
    on documents.document_id = lone.originator and documents.superseded is null;
