-- question: Which claims are new since the last review?
-- grain: one claim that was learned after the last verdict
-- reads: facts, figures, events, verdicts
create or replace view new_claims as
select
    facts.claim_id,
    facts.document_id,
    facts.event_id,
    events.label as event,
    facts.harm,
    facts.victim_group,
    figures.display as figure,
    facts.holder,
    facts.stance,
    facts.confidence,
    facts.published,
    facts.learned
from internal.facts
inner join internal.figures on figures.figure_id = facts.figure_id
left join events on events.event_id = facts.event_id
where facts.superseded is null
    and facts.standing = 'machine'
    and facts.learned > coalesce(
        (select max(decided) from verdicts), timestamp '-infinity'
    );
