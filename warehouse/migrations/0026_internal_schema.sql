-- What only the machine reads moves into a schema of its own, so that `show tables` shows a reader
-- what to ask. Views name the schema; the connections of this release search both.
create schema internal;

create table internal.blind_readings (
    reading_id varchar primary key, verdict_id varchar not null, claim_id varchar not null,
    reviewer varchar not null, decided timestamp not null, kind varchar not null,
    corrected varchar, reason varchar, check (kind in ('accept', 'correct', 'reject'))
);
insert into internal.blind_readings by name from main.blind_readings;
drop table main.blind_readings;

create table internal.bounds (
    policy varchar, figure_id varchar, low bigint, high bigint, primary key (policy, figure_id)
);
insert into internal.bounds by name from main.bounds;
drop table main.bounds;

create table internal.comparisons (
    event_id varchar not null, harm varchar not null, victim_group varchar not null,
    class varchar not null, reason varchar,
    parting struct(figure varchar, victims varchar, holder_id varchar, holder varchar)[] not
        null,
    positions struct(figure varchar, said varchar, low bigint, high bigint, victims varchar,
        holders struct(holder_id varchar, holder varchar, kind varchar, role varchar, first_seen
        timestamp, last_seen timestamp, is_latest boolean, is_withdrawn boolean, addends
        varchar[])[], denied_by struct(holder_id varchar, holder varchar, kind varchar, role
        varchar, first_seen timestamp)[], documents bigint, outlets bigint, originators bigint,
        first_seen timestamp, last_seen timestamp, is_reviewed boolean)[] not null,
    figures bigint not null, low bigint, high bigint, gap bigint not null, ratio double,
    documents bigint not null, outlets bigint not null, originators bigint not null,
    sources bigint not null, first_seen timestamp, last_seen timestamp, rank double not null,
    policy varchar not null
);
insert into internal.comparisons by name from main.comparisons;
drop table main.comparisons;
create index comparisons_by_event on internal.comparisons (event_id);

create table internal.document_origins (
    document_id varchar not null, cluster_id varchar not null, originator varchar not null,
    outlets varchar[] not null, signature uinteger[] not null, learned timestamp not null
);
insert into internal.document_origins by name from main.document_origins;
drop table main.document_origins;
create index document_origins_by_cluster on internal.document_origins (cluster_id);
create index document_origins_by_document on internal.document_origins (document_id);

create table internal.event_claims (
    claim_id varchar not null, event_id varchar not null, origin varchar not null,
    score double not null,
    evidence struct(feature varchar, detail varchar, weight double)[] not null,
    run_id varchar not null, learned timestamp not null, superseded timestamp, verdict_id varchar,
    check (origin in ('machine', 'reviewer'))
);
insert into internal.event_claims by name from main.event_claims;
drop table main.event_claims;
create index event_claims_by_claim on internal.event_claims (claim_id);
create index event_claims_by_event on internal.event_claims (event_id);

create table internal.event_places (
    event_id varchar primary key, place varchar not null, name varchar, level varchar,
    country varchar, province varchar, latitude double, longitude double,
    learned timestamp not null, check (latitude between -90 and 90),
    check (longitude between -180 and 180)
);
insert into internal.event_places by name from main.event_places;
drop table main.event_places;

create table internal.extractions (
    document_id varchar not null, document_version integer not null, extractor varchar not null,
    claims integer not null, rejections integer not null, run_id varchar not null,
    learned timestamp not null
);
insert into internal.extractions by name from main.extractions;
drop table main.extractions;
create index extractions_by_document on internal.extractions (document_id);

create table internal.facts (
    claim_id varchar not null, document_id varchar not null, event_id varchar,
    harm varchar not null, victim_group varchar, victim_attributes varchar[] not null,
    holder_id varchar not null, holder varchar not null, speaker_id varchar,
    speaker_kind varchar not null, speaker_role varchar, figure_id varchar not null,
    stance varchar not null, scope varchar not null, part_of varchar, repeats varchar,
    outlets varchar[] not null, originator varchar not null, published timestamp,
    confidence double not null, origin varchar not null, standing varchar not null,
    learned timestamp not null, superseded timestamp, basis varchar, victims_text varchar,
    wider varchar[], side varchar, is_named boolean, source varchar, adds_to varchar,
    is_partial boolean, is_withdrawn boolean, sentence bigint, published_to timestamp,
    is_open boolean, event_date_from date, event_date_to date,
    event_place struct(level varchar, name varchar, "key" varchar, latitude double, longitude
        double)[], is_found boolean, shares_bound boolean
);
insert into internal.facts by name from main.facts;
drop table main.facts;
create index facts_by_document on internal.facts (document_id);
create index facts_by_event on internal.facts (event_id);

create table internal.figures (
    figure_id varchar primary key, display varchar not null, value bigint, value_to bigint,
    modifier varchar not null, word varchar
);
insert into internal.figures by name from main.figures;
drop table main.figures;

create table internal.held_tolls (
    event_id varchar not null, harm varchar not null, victim_group varchar not null,
    wider varchar[] not null, side varchar, victims_text varchar, holder_id varchar not null,
    holder varchar not null, is_named boolean not null, source varchar not null,
    speaker_id varchar, speaker_kind varchar not null, speaker_role varchar,
    figure varchar not null, low bigint, high bigint, least bigint, most bigint,
    is_unordered boolean not null, is_revised boolean not null, is_listed boolean not null,
    said varchar not null, derived varchar not null, addends varchar[] not null,
    claim_ids varchar[] not null, figure_ids varchar[] not null, documents varchar[] not null,
    first_seen timestamp, last_seen timestamp, confidence double not null, policy varchar not null
);
insert into internal.held_tolls by name from main.held_tolls;
drop table main.held_tolls;
create index held_tolls_by_event on internal.held_tolls (event_id);

create table internal.holder_aliases (
    alias_key varchar, holder_id varchar, alias varchar not null, origin varchar not null,
    learned timestamp not null, check (origin in ('name', 'text', 'initials', 'file')),
    primary key (alias_key, holder_id)
);
insert into internal.holder_aliases by name from main.holder_aliases;
drop table main.holder_aliases;

create table internal.left_log (
    is_left boolean not null
);
insert into internal.left_log by name from main.left_log;
drop table main.left_log;

create table internal.mention_keys (
    "key" varchar not null, mention_id varchar not null, document_id varchar not null
);
insert into internal.mention_keys by name from main.mention_keys;
drop table main.mention_keys;
create index mention_keys_by_document on internal.mention_keys (document_id);
create index mention_keys_by_key on internal.mention_keys ("key");

create table internal.mentions (
    mention_id varchar not null, document_id varchar not null, mention varchar not null,
    learned timestamp not null
);
insert into internal.mentions by name from main.mentions;
drop table main.mentions;
create index mentions_by_document on internal.mentions (document_id);
create index mentions_by_name on internal.mentions (mention_id);

create table internal.quality_results (
    run_id varchar not null, suite varchar not null, expectation varchar not null,
    subject varchar not null, column_name varchar, severity varchar not null,
    passed boolean not null, checked bigint not null, failed bigint not null,
    failing_ids varchar[] not null, message varchar not null, query varchar not null,
    checked_at timestamp not null
);
insert into internal.quality_results by name from main.quality_results;
drop table main.quality_results;

create table internal.reviews (
    claim_id varchar not null, verdict_id varchar not null, decision varchar not null,
    reviewer varchar not null, decided timestamp not null, superseded timestamp,
    check (decision in ('accepted', 'rejected', 'corrected', 'added'))
);
insert into internal.reviews by name from main.reviews;
drop table main.reviews;
create index reviews_by_claim on internal.reviews (claim_id);

create table internal.run_stages (
    run_id varchar, stage varchar, found bigint not null, added bigint not null,
    check (stage in ('read', 'split', 'extract', 'reject')), primary key (run_id, stage)
);
insert into internal.run_stages by name from main.run_stages;
drop table main.run_stages;

create table internal.signature_bands (
    band bigint not null, document_id varchar not null
);
insert into internal.signature_bands by name from main.signature_bands;
drop table main.signature_bands;
create index signature_bands_by_band on internal.signature_bands (band);

create table internal.visits (
    address varchar primary key, visited timestamp not null, outcome varchar not null,
    reason varchar, message varchar, last_good timestamp, run_id varchar not null,
    check (outcome in ('new', 'unchanged', 'failed'))
);
insert into internal.visits by name from main.visits;
drop table main.visits;

create table internal.word_frequencies (
    word varchar primary key, documents bigint not null
);
insert into internal.word_frequencies by name from main.word_frequencies;
drop table main.word_frequencies;

