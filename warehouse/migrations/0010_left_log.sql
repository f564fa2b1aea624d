-- Whether the file was closed with a log beside it. Where it says so and there is none, another
-- program has taken the log in.
create table left_log (
    is_left boolean not null
);
insert into left_log values (false);
