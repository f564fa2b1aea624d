-- question: Which totals over several events are told, by whom, and over what time and place?
-- grain: one claim of a total
-- reads: current_claims, figures
create or replace view cumulative_tolls as
select
    claims.claim_id,
    claims.document_id,
    claims.harm,
    claims.victim_group,
    figures.display as figure,
    claims.holder,
    claims.speaker_kind,
    claims.stance,
    claims.event_when,
    claims.event_date_from,
    claims.event_date_to,
    claims.event_where,
    claims.evidence_text,
    claims.published
from current_claims as claims
inner join internal.figures on figures.figure_id = claims.figure_id
where claims.scope = 'cumulative';
