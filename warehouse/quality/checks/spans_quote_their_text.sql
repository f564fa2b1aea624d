-- question: Which claims have a span that does not say what their document has at its place?
-- expects: Every span of a claim quotes its document.
-- subject: claims
-- severity: error
with spans as (
    select
        claims.claim_id,
        claims.document_id,
        evidence_text = substring(text, evidence_start + 1, evidence_end - evidence_start)
            as evidence_quotes,
        quantity_text = substring(text, quantity_start + 1, quantity_end - quantity_start)
            as quantity_quotes,
        victims_text is null
        or victims_text = substring(text, victims_start + 1, victims_end - victims_start)
            as victims_quote,
        source_text is null
        or source_text = substring(text, source_start + 1, source_end - source_start)
            as source_quotes,
        cue_text is null
        or cue_text = substring(text, cue_start + 1, cue_end - cue_start) as cue_quotes
    from checked_claims as claims
    inner join documents
        on documents.document_id = claims.document_id and documents.superseded is null
)
select claim_id, document_id, evidence_quotes, quantity_quotes, victims_quote, source_quotes, cue_quotes
from spans
where not coalesce(
    evidence_quotes and quantity_quotes and victims_quote and source_quotes and cue_quotes, false
)
