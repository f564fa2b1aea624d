select lineage_id, document_id, version, text, published
from documents
where lineage_id in (select lineage_id from incoming_lineages) and superseded is null
