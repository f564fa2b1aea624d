-- The medium that reported a claim to the document's outlet ("AFP quoted him as saying").
alter table claims add column reported_by varchar;

-- Where the text of a document comes from: near-identical texts share a cluster.
create table document_origins (
    document_id varchar not null,
    cluster_id varchar not null,
    originator varchar not null,
    outlets varchar[] not null,
    signature uinteger[] not null,
    learned timestamp not null
);
create index document_origins_by_document on document_origins (document_id);
create index document_origins_by_cluster on document_origins (cluster_id);

-- Slices of the signatures, by which near-identical texts are found without comparing all.
create table signature_bands (
    band bigint not null,
    document_id varchar not null
);
create index signature_bands_by_band on signature_bands (band);

-- Which verdict holds for which claim now; made from verdicts, which are the record.
create table reviews (
    claim_id varchar not null,
    verdict_id varchar not null,
    decision varchar not null check (
        decision in ('accepted', 'rejected', 'corrected', 'added')
    ),
    reviewer varchar not null,
    decided timestamp not null,
    superseded timestamp
);
create index reviews_by_claim on reviews (claim_id);
