-- question: Who blames whom for an event?
-- grain: one event, holder and agent; agents whom the text gives a group go by its name
-- reads: facts, claims, events
create or replace view blames as
select
    facts.event_id,
    events.label as event,
    facts.holder_id,
    min(facts.holder) as holder,
    min(facts.speaker_kind) as speaker_kind,
    coalesce(claims.agent_group, claims.agent_text) as agent,
    min(claims.agent_text) as agent_text,
    claims.agent_group,
    list(distinct facts.harm order by facts.harm) as harms,
    list(distinct facts.victim_group order by facts.victim_group) as victim_groups,
    count(*) as claims,
    count(distinct facts.document_id) as documents,
    count(distinct facts.originator) as originators,
    min(facts.published) as first_seen,
    min(facts.claim_id) as example
from internal.facts
inner join claims
    on claims.claim_id = facts.claim_id
    and claims.origin = facts.origin
    and claims.superseded is null
    and claims.agent_text is not null
inner join events on events.event_id = facts.event_id
where facts.superseded is null and facts.stance = 'asserts'
group by
    facts.event_id, events.label, facts.holder_id,
    coalesce(claims.agent_group, claims.agent_text), claims.agent_group;
