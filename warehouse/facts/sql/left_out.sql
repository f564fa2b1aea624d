-- Documents that were loaded before texts were traced to their originators, or claims to events.
create or replace temp table touched_documents as
select claims.document_id
from checked_claims as claims
where claims.scope = 'incident'
    and not exists (
        from event_claims as links
        where links.claim_id = claims.claim_id and links.superseded is null
    )
union
select claims.document_id
from claims
where claims.superseded is null
    and not exists (
        from document_origins as origins where origins.document_id = claims.document_id
    );

-- No load brings them.
create or replace temp table new_versions as
select document_id, document_id as previous_id from documents limit 0;

create or replace temp table arriving_documents as
select document_id from documents limit 0;

create or replace temp table replaced_appearances as
select document_id as former_id from documents limit 0;

create or replace temp table incoming_documents as
select
    document_id,
    content_hash,
    page_id,
    cast(null as uinteger[]) as signature,
    cast(null as bigint[]) as bands
from documents
limit 0;
