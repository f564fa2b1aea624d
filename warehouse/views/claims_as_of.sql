-- question: Which claims could a reader have seen by a moment, as this warehouse knew them at another?
-- grain: one claim of one document
-- reads: claims, documents, document_origins, event_claims, events, reviews
create or replace macro claims_as_of(seen_by, known_at := timestamp 'infinity') as table
select
    claims.claim_id,
    claims.document_id,
    claims.document_version,
    coalesce(events.merged_into, links.event_id) as event_id,
    claims.harm,
    claims.victim_group,
    claims.victim_attributes,
    claims.victims_text,
    claims.figure_id,
    claims.quantity_text,
    claims.value,
    claims.value_to,
    claims.modifier,
    claims.basis,
    coalesce(
        claims.speaker_id,
        'outlet:' || lower(coalesce(documents.outlet, documents.agency)),
        'document:' || claims.document_id
    ) as holder_id,
    coalesce(claims.speaker, documents.outlet, documents.agency, documents.title, 'the article')
        as holder,
    claims.speaker_id,
    claims.speaker,
    claims.speaker_kind,
    claims.speaker_role,
    claims.stance,
    claims.hedge,
    claims.hops,
    claims.quotation,
    claims.evidence_text,
    claims.scope,
    claims.part_of,
    claims.repeats,
    claims.event_when,
    claims.event_date_from,
    claims.event_date_to,
    claims.event_where,
    documents.outlet,
    coalesce(origins.outlets, []) as outlets,
    coalesce(claims.reported_by, origins.originator, claims.document_id) as originator,
    claims.published,
    coalesce(claims.published, claims.learned) as seen,
    claims.learned,
    claims.confidence,
    claims.rule,
    claims.extractor,
    claims.origin,
    case
        when claims.origin = 'reviewer' or reviews.decision = 'accepted' then 'reviewed'
        else 'machine'
    end as standing
from claims
inner join documents
    on documents.document_id = claims.document_id
    and documents.version = claims.document_version
left join document_origins as origins on origins.document_id = claims.document_id
left join event_claims as links
    on links.claim_id = claims.claim_id
    and links.learned <= known_at
    and (links.superseded is null or links.superseded > known_at)
left join events on events.event_id = links.event_id
left join reviews
    on reviews.claim_id = claims.claim_id
    and reviews.decided <= known_at
    and (reviews.superseded is null or reviews.superseded > known_at)
where claims.learned <= known_at
    and (claims.superseded is null or claims.superseded > known_at)
    and coalesce(claims.published, claims.learned) <= seen_by
    and (
        claims.origin = 'reviewer'
        or reviews.decision is null
        or reviews.decision = 'accepted'
    );
