-- A reviewer says how far an event is established.
create table event_grades (
    grade_id varchar primary key,
    event_id varchar not null,
    grade varchar not null check (
        grade in ('confirmed', 'fair', 'weak', 'contested', 'discounted', 'ungraded')
    ),
    note varchar,
    reviewer varchar not null,
    decided timestamp not null
);
