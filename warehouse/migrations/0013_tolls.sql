-- Who speaks, across documents: one row a name or body. Descriptions that name nobody ("an
-- official") belong to their document and have no row.
create table holders (
    holder_id varchar primary key,
    "name" varchar not null,
    kind varchar not null,
    country varchar,
    merged_into varchar,
    learned timestamp not null
);

-- What holders are called: their names, what texts introduce, acronyms made of initials, the
-- user's file.
create table holder_aliases (
    alias_key varchar not null,
    holder_id varchar not null,
    alias varchar not null,
    origin varchar not null check (origin in ('name', 'text', 'initials', 'file')),
    learned timestamp not null,
    primary key (alias_key, holder_id)
);

-- What the comparison of totals needs to know of a claim.
alter table facts add column basis varchar;
alter table facts add column victims_text varchar;
alter table facts add column wider varchar[];
alter table facts add column side varchar;
alter table facts add column is_named boolean;
alter table facts add column source varchar;
alter table facts add column adds_to varchar;
alter table facts add column is_partial boolean;
alter table facts add column is_withdrawn boolean;
alter table facts add column sentence bigint;
alter table facts add column published_to timestamp;

-- Made anew from facts when the views are published.
drop table comparisons;
create table comparisons (
    event_id varchar not null,
    harm varchar not null,
    victim_group varchar not null,
    class varchar not null,
    reason varchar,
    parting struct(
        figure varchar, victims varchar, holder_id varchar, holder varchar
    )[] not null,
    positions struct(
        figure varchar,
        said varchar,
        low bigint,
        high bigint,
        victims varchar,
        holders struct(
            holder_id varchar,
            holder varchar,
            kind varchar,
            "role" varchar,
            first_seen timestamp,
            last_seen timestamp,
            is_latest boolean,
            is_withdrawn boolean,
            addends varchar[]
        )[],
        denied_by struct(
            holder_id varchar,
            holder varchar,
            kind varchar,
            "role" varchar,
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
    sources bigint not null,
    first_seen timestamp not null,
    last_seen timestamp not null,
    "rank" double not null,
    policy varchar not null
);
create index comparisons_by_event on comparisons (event_id);

-- Each holder's total of each event as it stands, kept up to date event by event.
create table held_tolls (
    event_id varchar not null,
    harm varchar not null,
    victim_group varchar not null,
    wider varchar[] not null,
    side varchar,
    victims_text varchar,
    holder_id varchar not null,
    holder varchar not null,
    is_named boolean not null,
    source varchar not null,
    speaker_id varchar,
    speaker_kind varchar not null,
    speaker_role varchar,
    figure varchar not null,
    low bigint,
    high bigint,
    least bigint,
    most bigint,
    is_unordered boolean not null,
    is_revised boolean not null,
    is_listed boolean not null,
    said varchar not null,
    derived varchar not null,
    addends varchar[] not null,
    claim_ids varchar[] not null,
    figure_ids varchar[] not null,
    documents varchar[] not null,
    first_seen timestamp not null,
    last_seen timestamp not null,
    confidence double not null,
    policy varchar not null
);
create index held_tolls_by_event on held_tolls (event_id);
