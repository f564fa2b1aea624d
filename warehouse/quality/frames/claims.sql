-- question: What do the suites check of each claim?
-- grain: one claim that counts today
select
    claim_id,
    harm,
    value,
    value_to,
    modifier,
    basis,
    quantity_start,
    quantity_end,
    victim_group,
    speaker_kind,
    stance,
    quotation,
    length(evidence_text) as evidence_length,
    scope,
    event_date_from,
    event_date_to,
    confidence,
    extractor
from checked_claims
