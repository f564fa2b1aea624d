-- question: Which claims count today, with all their spans, as the checks read them?
-- grain: one claim of the current version of a document, without those that a reviewer overruled
-- reads: claims, reviews
create or replace view checked_claims as
select
    claim_id,
    document_id,
    document_version,
    origin,
    harm,
    quantity_text,
    quantity_start,
    quantity_end,
    value,
    value_to,
    modifier,
    basis,
    figure_id,
    victims_text,
    victims_start,
    victims_end,
    victim_group,
    victim_attributes,
    speaker_id,
    speaker,
    speaker_kind,
    source_text,
    source_start,
    source_end,
    cue_text,
    cue_start,
    cue_end,
    stance,
    quotation,
    evidence_text,
    evidence_start,
    evidence_end,
    scope,
    part_of,
    repeats,
    event_when,
    event_date_from,
    event_date_to,
    event_where,
    confidence,
    rule,
    extractor,
    published,
    run_id,
    learned
from claims
where superseded is null
    and (
        origin = 'reviewer'
        or not exists (
            from internal.reviews
            where reviews.claim_id = claims.claim_id
                and reviews.superseded is null
                and reviews.decision <> 'accepted'
        )
    );
