-- Events whose place was never looked up, each with the texts of documents that name it.
select
    events.event_id,
    events.place,
    coalesce(
        array_to_string(
            list(distinct left(documents.text, 20000) order by left(documents.text, 20000))[1:5],
            chr(10) || chr(10)
        ),
        ''
    ) as context
from events
left join event_places as known on known.event_id = events.event_id
left join event_claims as links
    on links.event_id = events.event_id and links.superseded is null
left join claims
    on claims.claim_id = links.claim_id
    and claims.superseded is null
    and claims.event_where = events.place
left join documents
    on documents.document_id = claims.document_id and documents.superseded is null
where events.merged_into is null
    and events.place is not null
    and events.place is distinct from known.place
group by events.event_id, events.place
order by events.event_id
limit ?
