-- What is known of an event, in the form in which new mentions are compared with it.
create table event_profiles (
    event_id varchar not null,
    documents integer not null,
    profile varchar not null,
    learned timestamp not null
);
create index event_profiles_by_event on event_profiles (event_id);

-- Under which places, groups and times an event can be found.
create table event_keys (
    key varchar not null,
    event_id varchar not null
);
create index event_keys_by_key on event_keys (key);

-- The reviewer's decision that made a link.
alter table event_claims add column verdict_id varchar;
