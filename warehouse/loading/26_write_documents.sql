-- Former versions end, and the new ones are written.
update documents
set superseded = loading.learned
from ended_documents, loading
where documents.document_id = ended_documents.document_id and documents.superseded is null;

insert into documents by name
select
    arriving_documents.* exclude (place, particulars_hash, signature, bands),
    new_versions.version,
    new_versions.lineage_id,
    loading.run_id,
    loading.learned
from arriving_documents
inner join new_versions
    on new_versions.document_id = arriving_documents.document_id
        and new_versions.place = arriving_documents.place
cross join loading;
