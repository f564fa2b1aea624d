-- The links of some claims are replaced; a link that still holds stays as it is, and so does one
-- that a person made.
update event_claims
set superseded = loading.learned
from loading
where event_claims.superseded is null
    and event_claims.origin = 'machine'
    and event_claims.claim_id in (select claim_id from claims_to_link)
    and not exists (
        from incoming_links as links
        where links.claim_id = event_claims.claim_id and links.event_id = event_claims.event_id
    );

insert into event_claims by name
select links.*, 'machine' as origin, loading.run_id, loading.learned
from incoming_links as links cross join loading
where links.claim_id not in (
    select claim_id from event_claims
    where claim_id in (select claim_id from claims_to_link) and superseded is null
);
