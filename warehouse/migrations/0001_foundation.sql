-- Pages as they came.
create table pages (
    page_id varchar primary key,
    address varchar not null,
    media_type varchar not null,
    encoding varchar not null,
    size bigint not null,
    fetched timestamp not null,
    content varchar not null,
    run_id varchar not null,
    learned timestamp not null
);

-- Texts with one publication; a correction is a further version of the same lineage.
create table documents (
    document_id varchar not null,
    version integer not null check (version > 0),
    lineage_id varchar not null,
    text varchar not null,
    title varchar,
    byline varchar,
    agency varchar,
    outlet varchar,
    published timestamp,
    published_precision varchar,
    fetched timestamp,
    url varchar,
    page_id varchar,
    page_start bigint,
    language varchar not null,
    content_hash varchar not null,
    run_id varchar not null,
    learned timestamp not null,
    superseded timestamp,
    primary key (document_id, version)
);

-- Where a text stood: the same text in two outlets is one document with two appearances.
create table appearances (
    document_id varchar not null,
    place varchar not null,
    outlet varchar,
    title varchar,
    url varchar,
    published timestamp,
    page_id varchar,
    content_hash varchar not null,
    run_id varchar not null,
    learned timestamp not null,
    superseded timestamp
);
create index appearances_by_document on appearances (document_id);
create index appearances_by_place on appearances (place);

-- Which extractor has read which document.
create table extractions (
    document_id varchar not null,
    document_version integer not null,
    extractor varchar not null,
    claims integer not null,
    rejections integer not null,
    run_id varchar not null,
    learned timestamp not null
);
create index extractions_by_document on extractions (document_id);

create table speakers (
    speaker_id varchar primary key,
    name varchar not null,
    kind varchar not null,
    role varchar,
    is_named boolean not null,
    learned timestamp not null
);

create table victim_groups (
    victim_group varchar primary key,
    learned timestamp not null
);

create table claims (
    claim_id varchar not null,
    document_id varchar not null,
    document_version integer not null,
    origin varchar not null check (origin in ('machine', 'reviewer')),
    verdict_id varchar,
    harm varchar not null,
    quantity_text varchar not null,
    quantity_start bigint not null,
    quantity_end bigint not null,
    value bigint check (value >= 0),
    value_to bigint check (value_to > value),
    modifier varchar not null,
    basis varchar not null,
    figure_id varchar not null,
    victims_text varchar,
    victims_start bigint,
    victims_end bigint,
    victim_group varchar,
    victim_attributes varchar[] not null,
    speaker_id varchar,
    speaker varchar,
    speaker_kind varchar not null,
    speaker_role varchar,
    source_text varchar,
    source_start bigint,
    source_end bigint,
    cue_text varchar,
    cue_start bigint,
    cue_end bigint,
    stance varchar not null check (stance in ('asserts', 'denies')),
    hedge varchar,
    hops varchar[] not null,
    quotation varchar not null,
    evidence_text varchar not null,
    evidence_start bigint not null,
    evidence_end bigint not null,
    scope varchar not null check (scope in ('incident', 'cumulative')),
    part_of varchar,
    repeats varchar,
    event_when varchar,
    event_date_from date,
    event_date_to date,
    event_where varchar,
    confidence double not null check (confidence between 0 and 1),
    rule varchar not null,
    extractor varchar not null,
    published timestamp,
    content_hash varchar not null,
    run_id varchar not null,
    learned timestamp not null,
    superseded timestamp,
    check (quantity_start < quantity_end)
);
create index claims_by_id on claims (claim_id);
create index claims_by_document on claims (document_id);

create table events (
    event_id varchar primary key,
    label varchar not null,
    place varchar,
    date_from date,
    date_to date,
    founded_by varchar not null,
    origin varchar not null check (origin in ('machine', 'reviewer')),
    learned timestamp not null,
    merged_into varchar
);

create table event_claims (
    claim_id varchar not null,
    event_id varchar not null,
    origin varchar not null check (origin in ('machine', 'reviewer')),
    score double not null,
    evidence struct(feature varchar, detail varchar, weight double)[] not null,
    run_id varchar not null,
    learned timestamp not null,
    superseded timestamp
);
create index event_claims_by_claim on event_claims (claim_id);
create index event_claims_by_event on event_claims (event_id);

create table runs (
    run_id varchar primary key,
    command varchar not null,
    inputs varchar[] not null,
    extractor varchar not null,
    started timestamp not null,
    finished timestamp,
    status varchar not null
);

create table rejections (
    rejection_id varchar primary key,
    stage varchar not null,
    input varchar not null,
    document_id varchar,
    reason varchar not null,
    message varchar not null,
    excerpt varchar not null,
    rejected_at timestamp not null,
    run_id varchar not null
);

-- What reviewers decided; rows are only ever added.
create table verdicts (
    verdict_id varchar primary key,
    kind varchar not null check (
        kind in ('accept', 'correct', 'reject', 'add', 'merge', 'split', 'pin', 'note', 'undo')
    ),
    reviewer varchar not null,
    decided timestamp not null,
    document_id varchar,
    claim_id varchar,
    harm varchar,
    stance varchar,
    quantity_text varchar,
    quantity_start bigint,
    quantity_end bigint,
    source_start bigint,
    evidence_text varchar,
    evidence_start bigint,
    corrected varchar,
    fields varchar[] not null,
    event_id varchar,
    into_event_id varchar,
    claim_ids varchar[] not null,
    undoes varchar,
    reason varchar,
    note varchar
);
create index verdicts_by_document on verdicts (document_id);

create table quality_results (
    run_id varchar not null,
    suite varchar not null,
    expectation varchar not null,
    subject varchar not null,
    column_name varchar,
    severity varchar not null,
    passed boolean not null,
    checked bigint not null,
    failed bigint not null,
    failing_ids varchar[] not null,
    message varchar not null,
    query varchar not null,
    checked_at timestamp not null
);

-- Every distinct figure said, and the bounds that each policy reads into it.
create table figures (
    figure_id varchar primary key,
    display varchar not null,
    value bigint,
    value_to bigint,
    modifier varchar not null,
    word varchar
);

create table policies (
    policy varchar primary key,
    description varchar not null,
    provenance varchar not null,
    rules varchar not null
);

create table bounds (
    policy varchar not null,
    figure_id varchar not null,
    low bigint,
    high bigint,
    primary key (policy, figure_id)
);

create index rejections_by_run on rejections (run_id);
