-- Events and claims are assigned to reviewers; the last assignment of each holds.
create table assignments (
    assignment_id varchar primary key,
    event_id varchar,
    claim_id varchar,
    assignee varchar,
    reviewer varchar not null,
    decided timestamp not null,
    check ((event_id is null) <> (claim_id is null))
);
