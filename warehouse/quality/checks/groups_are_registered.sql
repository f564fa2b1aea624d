-- question: Which claims name a group of victims that the warehouse does not have?
-- expects: The victims' group of every claim is in the warehouse.
-- subject: claims
-- severity: error
select claim_id, document_id, victim_group, victims_text
from checked_claims
where victim_group is not null
    and victim_group not in (select victim_group from victim_groups)
