-- question: Who published, and how much of it names a speaker?
-- grain: one outlet
select
    documents.outlet,
    count(distinct documents.document_id) as documents,
    count(claims.claim_id) as claims,
    count(claims.speaker_id) as attributed
from documents
left join current_claims as claims on claims.document_id = documents.document_id
where documents.superseded is null and documents.outlet is not null
group by documents.outlet
