-- A link that a person made follows its words to the claim that a new extraction makes of them.
create or replace temp table former_texts as
select document_id, version, lineage_id, content_hash
from documents
where lineage_id in (
    select lineage_id from documents
    where document_id in (select document_id from touched_documents) and superseded is null
);

create or replace temp table former_claims as
select
    claim_id, document_id, document_version, harm, quantity_start, quantity_end, evidence_text,
    evidence_start, learned, superseded
from claims
where document_id in (select document_id from former_texts);

create or replace temp table pins as
select
    links.claim_id, links.event_id, links.score, links.evidence, links.run_id, links.verdict_id,
    former.harm, former.quantity_start, former.quantity_end, former.evidence_text,
    former.evidence_start, former.learned as former_learned,
    former_text.lineage_id, former_text.content_hash
from event_claims as links
inner join former_claims as former on former.claim_id = links.claim_id
inner join former_texts as former_text
    on former_text.document_id = former.document_id
    and former_text.version = former.document_version
where links.superseded is null
    and links.origin = 'reviewer'
    and links.claim_id not in (select claim_id from former_claims where superseded is null);

create or replace temp table followed as
select
    found.claim_id, pins.event_id, pins.score, pins.evidence, pins.run_id, pins.verdict_id,
    pins.claim_id as former_id
from pins
inner join former_texts as text on text.lineage_id = pins.lineage_id
inner join former_claims as found
    on found.document_id = text.document_id
    and found.document_version = text.version
    and found.superseded is null
    and found.harm = pins.harm
where text.document_id in (select document_id from touched_documents)
    and (
        (
            text.content_hash = pins.content_hash
            and pins.quantity_start < found.quantity_end
            and found.quantity_start < pins.quantity_end
        )
        or (
            found.evidence_text = pins.evidence_text
            and found.quantity_start - found.evidence_start
            = pins.quantity_start - pins.evidence_start
        )
    )
qualify row_number() over (partition by found.claim_id order by pins.former_learned desc) = 1;

update event_claims
set superseded = loading.learned
from loading
where event_claims.superseded is null
    and event_claims.claim_id in (
        select claim_id from followed union select former_id from followed
    );

insert into event_claims by name
select followed.* exclude (former_id), 'reviewer' as origin, loading.learned
from followed cross join loading;
