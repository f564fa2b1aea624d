-- question: How did a claim change: which text, extractor or reviewer gave it when, and until when did it hold?
-- grain: one claim as one extractor version or reviewer gave it for one version of its document
-- reads: claims, figures
create or replace view claim_history as
select
    claims.claim_id,
    claims.document_id,
    claims.document_version,
    claims.harm,
    figures.display as figure,
    claims.quantity_text,
    claims.victim_group,
    claims.speaker,
    claims.stance,
    claims.scope,
    claims.event_date_from,
    claims.event_date_to,
    claims.event_where,
    claims.confidence,
    claims.extractor,
    claims.origin,
    claims.verdict_id,
    claims.published,
    claims.learned,
    claims.superseded,
    claims.superseded is null as is_current
from claims
inner join internal.figures on figures.figure_id = claims.figure_id;
