-- question: Which claims count today?
-- grain: one claim of the current version of a document, as the newest extraction gives it
-- reads: claims
create or replace view current_claims as
select
    claim_id,
    document_id,
    document_version,
    origin,
    harm,
    figure_id,
    quantity_text,
    value,
    value_to,
    modifier,
    basis,
    victims_text,
    victim_group,
    speaker_id,
    speaker,
    speaker_kind,
    speaker_role,
    stance,
    hedge,
    hops,
    quotation,
    evidence_text,
    scope,
    part_of,
    repeats,
    confidence,
    rule,
    extractor,
    published,
    learned
from claims
where superseded is null;
