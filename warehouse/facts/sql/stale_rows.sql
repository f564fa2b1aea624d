-- What is known of the stale documents, each table looked up by its index before they are joined.
create or replace temp table stale_claims as
select
    claim_id, document_id, document_version, harm, victims_text, victims_start, victim_group,
    victim_attributes, agent_side,
    speaker_id, speaker, speaker_kind, speaker_role, speaker_country, figure_id, "value", modifier,
    basis, stance,
    coalesce(is_withdrawn, false) as is_withdrawn, scope, part_of, repeats, adds_to,
    quantity_start, quantity_end, evidence_text, evidence_start, reported_by, published, confidence, origin,
    outcome_is_open, counts_some,
    event_date_from, event_date_to,
    put_on_map(event_place, added.latitude, added.longitude) as event_place
from claims
left join added_places as added
    on added.place_key = strip_accents(lower(event_place[1]."name"))
where superseded is null and document_id in (select document_id from stale);

create or replace temp table stale_documents as
select document_id, version, outlet, agency, title, published_precision
from documents
where superseded is null and document_id in (select document_id from stale);

create or replace temp table stale_origins as
select document_id, outlets, originator
from document_origins
where document_id in (select document_id from stale);

create or replace temp table stale_links as
select claim_id, event_id, origin
from event_claims
where superseded is null and claim_id in (select claim_id from stale_claims);

create or replace temp table stale_events as
select event_id, merged_into
from events
where event_id in (select event_id from stale_links);

create or replace temp table stale_reviews as
select claim_id, decision
from reviews
where superseded is null and claim_id in (select claim_id from stale_claims);
