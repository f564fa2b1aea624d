-- What extraction knows of a claim's speaker, agent, named victims, place and days.
alter table claims add column speaker_is_named boolean;
alter table claims add column speaker_body varchar;
alter table claims add column speaker_aliases varchar[];
alter table claims add column speaker_country varchar;
alter table claims add column is_withdrawn boolean;
alter table claims add column agent_text varchar;
alter table claims add column agent_start bigint;
alter table claims add column agent_end bigint;
alter table claims add column agent_group varchar;
alter table claims add column named_victims struct("name" varchar, age bigint, "role" varchar)[];
alter table claims add column adds_to varchar;
alter table claims add column event_date_basis varchar;
alter table claims add column event_place struct(
    "level" varchar, "name" varchar, "key" varchar, latitude double, longitude double
)[];
