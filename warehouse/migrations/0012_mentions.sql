-- Mentions take the place of profiles of events: what one document tells of one event, in the form
-- in which mentions are compared, and the keys by which they find one another.
drop table event_profiles;
drop table event_keys;
create table mentions (
    mention_id varchar not null,
    document_id varchar not null,
    mention varchar not null,
    learned timestamp not null
);
create index mentions_by_name on mentions (mention_id);
create index mentions_by_document on mentions (document_id);
create table mention_keys (
    key varchar not null,
    mention_id varchar not null,
    document_id varchar not null
);
create index mention_keys_by_key on mention_keys (key);
create index mention_keys_by_document on mention_keys (document_id);

-- In how many documents a word stands; the empty word stands in each.
create table word_frequencies (
    word varchar primary key,
    documents bigint not null
);
