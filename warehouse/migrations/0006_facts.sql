-- Claims ready to be compared: with their event, holder, originator and standing, since when and
-- until when. Made from claims, links, reviews and documents whenever one of them changes.
create table facts (
    claim_id varchar not null,
    document_id varchar not null,
    event_id varchar,
    harm varchar not null,
    victim_group varchar,
    victim_attributes varchar[] not null,
    holder_id varchar not null,
    holder varchar not null,
    speaker_id varchar,
    speaker_kind varchar not null,
    speaker_role varchar,
    figure_id varchar not null,
    stance varchar not null,
    scope varchar not null,
    part_of varchar,
    repeats varchar,
    outlets varchar[] not null,
    originator varchar not null,
    published timestamp,
    confidence double not null,
    origin varchar not null,
    standing varchar not null,
    learned timestamp not null,
    superseded timestamp
);
create index facts_by_document on facts (document_id);
create index facts_by_event on facts (event_id);

-- The discrepancies as they stand, kept up to date event by event.
create table comparisons (
    event_id varchar not null,
    harm varchar not null,
    victim_group varchar,
    class varchar not null,
    positions struct(
        figure varchar,
        said varchar,
        low bigint,
        high bigint,
        holders struct(
            holder_id varchar,
            holder varchar,
            kind varchar,
            role varchar,
            first_seen timestamp,
            last_seen timestamp,
            is_latest boolean,
            attributes varchar[]
        )[],
        denied_by struct(
            holder_id varchar,
            holder varchar,
            kind varchar,
            role varchar,
            first_seen timestamp
        )[],
        documents bigint,
        outlets bigint,
        originators bigint,
        first_seen timestamp,
        last_seen timestamp,
        is_reviewed boolean
    )[] not null,
    figures bigint not null,
    low bigint,
    high bigint,
    gap bigint not null,
    ratio double,
    documents bigint not null,
    outlets bigint not null,
    originators bigint not null,
    first_seen timestamp not null,
    last_seen timestamp not null,
    policy varchar not null
);
create index comparisons_by_event on comparisons (event_id);
