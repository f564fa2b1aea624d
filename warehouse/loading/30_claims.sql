insert into speakers
select distinct on (speaker_id)
    speaker_id, speaker, speaker_kind, speaker_role, speaker_is_named, loading.learned
from incoming_claims cross join loading
where speaker_id is not null
order by speaker_id, speaker
on conflict do nothing;

insert into victim_groups
select distinct victim_group, loading.learned
from incoming_claims cross join loading
where victim_group is not null
on conflict do nothing;

insert into figures
select distinct on (figure_id)
    figure_id, figure_display, value, value_to, modifier, figure_word
from incoming_claims
on conflict do nothing;

-- A new version with the same text keeps its claims; one with another text loses them.
create or replace temp table carried_claims as
select claims.* exclude (superseded, document_version, published, learned, run_id)
from claims
where claims.superseded is null
    and claims.document_id in (
        select document_id from new_versions where same_text and previous_id = document_id
    );

update claims
set superseded = loading.learned
from ended_documents, loading
where claims.document_id = ended_documents.document_id and claims.superseded is null;

insert into claims by name
select carried_claims.*, new_versions.version as document_version, documents.published,
    loading.run_id, loading.learned
from carried_claims
inner join new_versions on new_versions.document_id = carried_claims.document_id
inner join documents
    on documents.document_id = carried_claims.document_id and documents.superseded is null
cross join loading;

-- What the extractor finds now takes the place of what it found before.
create or replace temp table extracted_claims as
select distinct on (incoming.claim_id)
    incoming.* exclude (figure_display, figure_word),
    documents.version as document_version,
    documents.published,
    substring(documents.text, quantity_start + 1, quantity_end - quantity_start) = quantity_text
        and substring(documents.text, evidence_start + 1, evidence_end - evidence_start)
        = evidence_text as quotes
from incoming_claims as incoming
inner join documents
    on documents.document_id = incoming.document_id and documents.superseded is null
order by incoming.claim_id, quotes desc, incoming.content_hash;

insert into rejections by name
select
    left(md5(concat_ws('|', 'load', extracted_claims.claim_id, extracted_claims.content_hash)), 16) as rejection_id,
    'load' as stage,
    extracted_claims.document_id as input,
    extracted_claims.document_id,
    'span_mismatch' as reason,
    'The claim does not quote the text that is stored as document ' || extracted_claims.document_id
        || '; extract that text again.' as message,
    left(extracted_claims.evidence_text, 500) as excerpt,
    loading.learned as rejected_at,
    loading.run_id
from extracted_claims cross join loading
where not extracted_claims.quotes
on conflict do nothing;

delete from extracted_claims where not quotes;

update claims
set superseded = loading.learned
from loading
where claims.superseded is null
    and claims.origin = 'machine'
    and claims.document_id in (select document_id from incoming_extractions)
    and not exists (
        from extracted_claims
        where extracted_claims.claim_id = claims.claim_id
            and extracted_claims.content_hash = claims.content_hash
    );

create or replace temp table fresh_claims as
select extracted_claims.*
from extracted_claims
where extracted_claims.claim_id not in (
    select known.claim_id
    from claims as known
    where known.claim_id in (select claim_id from extracted_claims)
        and known.superseded is null
        and known.origin = 'machine'
);

insert into claims by name
select fresh_claims.* exclude (quotes), 'machine' as origin, loading.run_id, loading.learned
from fresh_claims cross join loading;

create or replace temp table known_extractions as
select document_id, document_version, extractor
from extractions
where document_id in (select document_id from incoming_extractions);

insert into extractions by name
select distinct on (incoming.document_id)
    incoming.*, documents.version as document_version, loading.run_id, loading.learned
from incoming_extractions as incoming
inner join documents
    on documents.document_id = incoming.document_id and documents.superseded is null
cross join loading
where not exists (
    from known_extractions as known
    where known.document_id = incoming.document_id
        and known.document_version = documents.version
        and known.extractor = incoming.extractor
);

insert into rejections by name
select distinct on (incoming.rejection_id) incoming.*, loading.run_id
from incoming_rejections as incoming cross join loading
on conflict do nothing;

-- Documents whose events have to be told anew.
create or replace temp table touched_documents as
select document_id from fresh_claims
union
select claims.document_id
from claims
inner join loading on claims.superseded = loading.learned;
