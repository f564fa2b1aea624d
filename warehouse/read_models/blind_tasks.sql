-- question: Which decisions can a second reviewer check blind?
-- grain: one claim whose decision holds and that nobody has read blind
select reviews.claim_id, claims.document_id, claims.quantity_start, reviews.reviewer
from reviews
inner join claims
    on claims.claim_id = reviews.claim_id
    and claims.superseded is null
    and claims.origin = 'machine'
where reviews.superseded is null
    and reviews.decision in ('accepted', 'rejected', 'corrected')
    and not exists (from blind_readings where blind_readings.claim_id = reviews.claim_id)
