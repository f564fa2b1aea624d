-- question: Where in its document does each claim stand, with what a count and verdicts make of it?
-- grain: one claim of the current version of a document, as the machine or a reviewer has it
-- reads: claims, documents, figures, bounds
create or replace macro claims_in_text(counted_claims, decisions) as table
select
    claims.claim_id,
    claims.document_id,
    counted.event_id,
    counted.holder_id,
    counted.holder,
    claims.harm,
    figures.display as figure,
    bounds.low,
    bounds.high,
    claims.quantity_text,
    claims.quantity_start,
    claims.quantity_end,
    claims.value,
    claims.value_to,
    claims.modifier,
    claims.basis,
    figures.word as vague,
    claims.victims_text,
    claims.victims_start,
    claims.victims_end,
    coalesce(counted.victim_group, claims.victim_group) as victim_group,
    claims.victim_attributes,
    claims.named_victims,
    claims.agent_text,
    claims.agent_start,
    claims.agent_end,
    claims.agent_group,
    claims.agent_side,
    claims.speaker,
    claims.speaker_kind,
    claims.speaker_role,
    claims.speaker_is_named,
    claims.speaker_body,
    claims.speaker_aliases,
    claims.speaker_country,
    claims.speaker_body_key,
    claims.source_text,
    claims.source_start,
    claims.source_end,
    claims.cue_text,
    claims.cue_start,
    claims.cue_end,
    claims.stance,
    coalesce(claims.is_withdrawn, false) as is_withdrawn,
    claims.hedge,
    claims.hops,
    claims.quotation,
    claims.evidence_text,
    claims.evidence_start,
    claims.evidence_end,
    claims.scope,
    claims.part_of,
    claims.repeats,
    claims.adds_to,
    coalesce(claims.outcome_is_open, false) as outcome_is_open,
    coalesce(claims.counts_some, false) as counts_some,
    claims.event_when,
    claims.event_date_from,
    claims.event_date_to,
    claims.event_date_basis,
    claims.event_where,
    claims.event_place,
    claims.confidence,
    claims.rule,
    claims.extractor,
    claims.origin,
    claims.learned,
    documents.title,
    documents.outlet,
    documents.published,
    documents.url,
    case when counted.claim_id is null then 'rejected' else counted.standing end as standing,
    coalesce(held.verdict_id, own.verdict_id) as verdict_id,
    coalesce(held.decision, own.decision) as decision,
    coalesce(held.reviewer, own.reviewer) as reviewer,
    coalesce(held.decided, own.decided) as decided
from claims
inner join documents
    on documents.document_id = claims.document_id and documents.superseded is null
inner join internal.figures on figures.figure_id = claims.figure_id
left join internal.bounds on bounds.figure_id = claims.figure_id and bounds.policy = 'strict'
left join query_table(counted_claims) as counted
    on counted.claim_id = claims.claim_id and counted.origin = claims.origin
left join query_table(decisions) as held
    on held.claim_id = claims.claim_id and held.superseded is null
-- A reviewer's own claim keeps its name when a new extraction names the machine's claim anew.
left join query_table(decisions) as own
    on own.verdict_id = claims.verdict_id and own.superseded is null
where claims.superseded is null;
