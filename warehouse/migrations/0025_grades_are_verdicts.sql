-- Grades and assignments are verdicts like all others, so that undo takes them back in their turn.
create temp table decided as
select * from verdicts;

drop table verdicts;

create table verdicts (
    verdict_id varchar primary key,
    kind varchar not null check (
        kind in (
            'accept', 'correct', 'reject', 'add', 'merge', 'split', 'pin', 'unite', 'locate',
            'rename', 'redate', 'distinct', 'classify', 'group', 'place', 'grade', 'assign',
            'note', 'undo'
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
    former varchar,
    grade varchar check (
        grade in ('confirmed', 'fair', 'weak', 'contested', 'discounted', 'ungraded')
    ),
    assignee varchar
);
create index verdicts_by_document on verdicts (document_id);
create index verdicts_by_lineage on verdicts (lineage_id);

insert into verdicts by name
select * from decided;

drop table decided;

insert into verdicts by name
select
    grade_id as verdict_id, 'grade' as kind, reviewer, decided, cast([] as varchar[]) as fields,
    event_id, cast([] as varchar[]) as claim_ids, note, grade
from event_grades;

insert into verdicts by name
select
    assignment_id as verdict_id, 'assign' as kind, reviewer, decided,
    cast([] as varchar[]) as fields, event_id,
    list_filter([claim_id], lambda claim: claim is not null) as claim_ids, assignee
from assignments;

drop table event_grades;
drop table assignments;
