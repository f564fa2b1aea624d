-- question: Which events does no claim speak of any more?
-- expects: Of every event some claim speaks.
-- subject: events
-- severity: warning
select events.event_id, events.label, events.origin
from events
where events.merged_into is null
    and not exists (
        from event_claims as links
        inner join checked_claims as claims on claims.claim_id = links.claim_id
        left join events as folded on folded.event_id = links.event_id
        where links.superseded is null
            and coalesce(folded.merged_into, links.event_id) = events.event_id
    )
