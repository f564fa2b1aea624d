-- What all names of the speaker's body come to.
alter table claims add column speaker_body_key varchar;
