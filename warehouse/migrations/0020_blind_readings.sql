-- A second reviewer reads a sample blind: what they would decide, kept apart from what holds.
create table blind_readings (
    reading_id varchar primary key,
    verdict_id varchar not null,
    claim_id varchar not null,
    reviewer varchar not null,
    decided timestamp not null,
    kind varchar not null check (kind in ('accept', 'correct', 'reject')),
    corrected varchar,
    reason varchar
);
