-- The country whose state's body or official speaks.
alter table internal.facts add column speaker_country varchar;
