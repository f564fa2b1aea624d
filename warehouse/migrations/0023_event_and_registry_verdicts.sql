-- A reviewer can say what an event is called, when it was, and from which others it differs; what
-- kind a speaker is; what else a group is called; where a place lies. Several claims can be decided
-- on in one step.
create temp table decided as
select * from verdicts;

drop table verdicts;

create table verdicts (
    verdict_id varchar primary key,
    kind varchar not null check (
        kind in (
            'accept', 'correct', 'reject', 'add', 'merge', 'split', 'pin', 'unite', 'locate',
            'rename', 'redate', 'distinct', 'classify', 'group', 'place', 'note', 'undo'
        )
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
    note varchar,
    lineage_id varchar,
    holder_id varchar,
    into_holder_id varchar,
    place varchar,
    level varchar check (level in ('place', 'province', 'country')),
    province varchar,
    country varchar,
    latitude double check (latitude between -90 and 90),
    longitude double check (longitude between -180 and 180),
    label varchar,
    date_from date,
    date_to date,
    speaker_kind varchar,
    victim_group varchar,
    into_victim_group varchar,
    bulk_id varchar,
    former varchar
);
create index verdicts_by_document on verdicts (document_id);
create index verdicts_by_lineage on verdicts (lineage_id);

insert into verdicts by name
select * from decided;

drop table decided;
