-- question: Which rows failed the checks of the last run, and what do they say?
-- grain: one row that fails one expectation, as far as its name was kept
-- reads: quality_results, checked_claims, documents, speakers, events
create or replace view failing_rows as
with failing as (
    select expectation, severity, message, subject, run_id, checked_at, unnest(failing_ids) as id
    from internal.quality_results
    where not passed
        and run_id = (select arg_max(run_id, checked_at) from internal.quality_results)
)
select
    failing.expectation,
    failing.severity,
    failing.message,
    failing.subject,
    failing.id,
    coalesce(claims.document_id, documents.document_id) as document_id,
    claims.harm,
    claims.quantity_text,
    coalesce(claims.speaker, speakers.name) as speaker,
    coalesce(claims.evidence_text, documents.title, events.label) as text,
    failing.run_id,
    failing.checked_at
from failing
left join checked_claims as claims
    on failing.subject in ('claims', 'links') and claims.claim_id = failing.id
left join documents
    on failing.subject = 'documents'
    and documents.document_id = failing.id
    and documents.superseded is null
left join speakers on failing.subject = 'speakers' and speakers.speaker_id = failing.id
left join events on failing.subject = 'events' and events.event_id = failing.id;
