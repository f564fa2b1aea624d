-- The claims of some documents that are of single events and stand, with their documents.
select
    documents.document_id, documents.title, documents.text, cast(documents.published as date),
    documents.outlet,
    claims.claim_id, claims.document_id, claims.quantity_start, claims.harm, claims.value,
    claims.victim_group, claims.speaker, claims.evidence_text, claims.part_of, claims.repeats,
    claims.event_date_from, claims.event_date_to, claims.event_date_basis, claims.event_where,
    coalesce(claims.agent_group, claims.agent_text), claims.agent_side, claims.event_when,
    claims.event_place,
    claims.named_victims
from claims_told as claims
inner join (
    select document_id, title, text, published, outlet
    from documents
    where superseded is null and document_id in (select document_id from claims_told)
) as documents on documents.document_id = claims.document_id
where claims.superseded is null
    and claims.scope = 'incident'
    and (
        claims.origin = 'reviewer'
        or claims.claim_id not in (
            select reviews.claim_id
            from reviews
            where reviews.superseded is null and reviews.decision in ('rejected', 'corrected')
        )
    )
order by claims.document_id, claims.quantity_start, claims.claim_id
