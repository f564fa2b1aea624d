-- question: How surely is each row read, is it checked, since when do its two sides stand apart, and where was it?
-- grain: one event, harm and victim group
with told as (
    select
        event_id, harm, victim_group,
        count(*) as claims,
        count(*) filter (standing = 'reviewed') as checked
    from current_claims
    where event_id is not null and scope = 'incident'
    group by event_id, harm, victim_group
),
spoken as (
    select event_id, harm, holder_id, max(confidence) as confidence, min(learned) as learned
    from current_claims
    where event_id is not null and scope = 'incident'
    group by event_id, harm, holder_id
),
sides as (
    select
        event_id, harm, victim_group,
        unnest(list_transform(parting, lambda side: side.holder_id)) as holder_id
    from discrepancies
),
apart as (
    select
        sides.event_id, sides.harm, sides.victim_group,
        min(spoken.confidence) as confidence,
        max(spoken.learned) as learned
    from sides
    inner join spoken using (event_id, harm, holder_id)
    group by sides.event_id, sides.harm, sides.victim_group
),
titles as (
    select claims.event_id, string_agg(distinct documents.title, ' ') as titles
    from current_claims as claims
    inner join documents
        on documents.document_id = claims.document_id and documents.superseded is null
    where claims.event_id is not null
    group by claims.event_id
)
select
    event_id,
    harm,
    victim_group,
    coalesce(told.claims, 0) as claims,
    coalesce(told.checked, 0) as checked,
    apart.confidence,
    apart.learned as apart_since,
    places.country,
    titles.titles
from discrepancies as compared
left join told using (event_id, harm, victim_group)
left join apart using (event_id, harm, victim_group)
left join titles using (event_id)
left join event_locations as places using (event_id)
