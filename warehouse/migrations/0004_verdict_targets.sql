-- The lineage of the document that a verdict is about, so that it follows a corrected page.
alter table verdicts add column lineage_id varchar;
create index verdicts_by_lineage on verdicts (lineage_id);
