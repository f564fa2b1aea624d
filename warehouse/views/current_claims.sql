-- question: Which claims count today?
-- grain: one claim of the current version of a document, without those that a reviewer rejected
-- reads: facts, claims
create or replace view current_claims as
select
    facts.claim_id,
    facts.document_id,
    claims.document_version,
    facts.event_id,
    facts.harm,
    facts.victim_group,
    facts.victim_attributes,
    claims.victims_text,
    facts.figure_id,
    claims.quantity_text,
    claims.quantity_start,
    claims.quantity_end,
    claims.value,
    claims.value_to,
    claims.modifier,
    claims.basis,
    facts.holder_id,
    facts.holder,
    facts.is_named,
    facts.speaker_id,
    claims.speaker,
    facts.speaker_kind,
    facts.speaker_role,
    facts.stance,
    claims.hedge,
    claims.hops,
    claims.quotation,
    claims.evidence_text,
    facts.scope,
    facts.part_of,
    facts.repeats,
    claims.event_when,
    claims.event_date_from,
    claims.event_date_to,
    claims.event_where,
    facts.outlets,
    facts.originator,
    facts.published,
    claims.learned,
    facts.confidence,
    claims.rule,
    claims.extractor,
    facts.origin,
    facts.standing
from internal.facts
inner join claims
    on claims.claim_id = facts.claim_id
    and claims.origin = facts.origin
    and claims.superseded is null
where facts.superseded is null;
