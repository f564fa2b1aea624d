-- A load looks up the documents that it touches by their names, whatever their version.
create index documents_by_id on documents (document_id);
create index documents_by_lineage on documents (lineage_id);
