-- question: Which claims have a span that does not say what their document has at its place?
-- expects: Every span of a claim quotes its document.
-- subject: claims
-- severity: error
select claims.claim_id, claims.document_id, spans.part, spans.said, spans.stands
from checked_claims as claims
inner join documents
    on documents.document_id = claims.document_id and documents.superseded is null
cross join lateral (
    select unnest([
        struct_pack(part := 'evidence', said := evidence_text, stands := substring(
            documents.text, evidence_start + 1, evidence_end - evidence_start
        )),
        struct_pack(part := 'quantity', said := quantity_text, stands := substring(
            documents.text, quantity_start + 1, quantity_end - quantity_start
        )),
        struct_pack(part := 'victims', said := victims_text, stands := substring(
            documents.text, victims_start + 1, victims_end - victims_start
        )),
        struct_pack(part := 'source', said := source_text, stands := substring(
            documents.text, source_start + 1, source_end - source_start
        )),
        struct_pack(part := 'cue', said := cue_text, stands := substring(
            documents.text, cue_start + 1, cue_end - cue_start
        ))
    ], recursive := true)
) as spans
where spans.said is distinct from spans.stands
