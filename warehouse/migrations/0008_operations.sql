-- What each stage of a run handled, and how much of it was new to the warehouse.
create table run_stages (
    run_id varchar not null,
    stage varchar not null check (stage in ('read', 'split', 'extract', 'reject')),
    found bigint not null,
    added bigint not null,
    primary key (run_id, stage)
);

-- The last visit to each watched address, and the last one that went well.
create table visits (
    address varchar primary key,
    visited timestamp not null,
    outcome varchar not null check (outcome in ('new', 'unchanged', 'failed')),
    reason varchar,
    message varchar,
    last_good timestamp,
    run_id varchar not null
);
