-- Who speaks in the stale documents, one row a speaker and document; where a document speaks
-- itself, its outlet or agency does, and without one the document. Where no place is told beside
-- its figures, the scene of a speaker's events is that of the document.
with places as (
    select
        claim_id,
        document_id,
        list_transform(
            list_filter(
                coalesce(event_place, []),
                lambda place: place."level" = 'country' and starts_with(place."key", 'iso:')
            ),
            lambda place: place."key"[5:]
        ) as countries
    from claims
    where superseded is null and document_id in (select document_id from stale)
),
scenes as (
    select document_id, list_distinct(flatten(list(countries))) as countries
    from places
    group by document_id
),
said as (
    select
        claims.document_id,
        coalesce(claims.speaker_id, '') as speaker_id,
        min(claims.speaker) as speaker,
        min(claims.speaker_kind) as speaker_kind,
        bool_or(coalesce(claims.speaker_is_named, speakers.is_named, false)) as is_named,
        max(claims.speaker_body) as speaker_body,
        flatten(list(coalesce(claims.speaker_aliases, []))) as speaker_aliases,
        max(claims.speaker_country) as speaker_country,
        flatten(list(claims.hops)) as quoted_by,
        min(claims.evidence_start) as sentence,
        list_distinct(flatten(list(places.countries))) as countries,
        max(claims.speaker_body_key) as speaker_body_key
    from claims
    inner join places on places.claim_id = claims.claim_id
    left join speakers on speakers.speaker_id = claims.speaker_id
    where claims.superseded is null and claims.document_id in (select document_id from stale)
    group by claims.document_id, coalesce(claims.speaker_id, '')
),
own as (
    select document_id, '' as speaker_id
    from said
    union
    select document_id, speaker_id
    from said
)
select
    own.document_id,
    coalesce(origins.cluster_id, own.document_id) as cluster_id,
    own.speaker_id,
    coalesce(
        said.speaker, documents.outlet, documents.agency, '“' || documents.title || '”',
        'the article'
    ) as "name",
    case
        when own.speaker_id <> '' then said.speaker_kind
        when coalesce(documents.outlet, documents.agency) is null then 'article'
        else 'media'
    end as kind,
    case
        when own.speaker_id <> '' then said.is_named
        else coalesce(documents.outlet, documents.agency) is not null
    end as is_named,
    said.speaker_body,
    coalesce(said.speaker_aliases, []) as speaker_aliases,
    said.speaker_country,
    case
        when len(said.countries) = 1 then said.countries[1]
        when len(said.countries) = 0 and len(scenes.countries) = 1 then scenes.countries[1]
    end as event_country,
    coalesce(said.quoted_by, []) as quoted_by,
    coalesce(said.sentence, 0) as sentence,
    said.speaker_body_key,
    year(documents.published) as published_year
from own
inner join documents on documents.document_id = own.document_id and documents.superseded is null
left join said on said.document_id = own.document_id and said.speaker_id = own.speaker_id
left join scenes on scenes.document_id = own.document_id
left join document_origins as origins on origins.document_id = own.document_id
order by own.document_id, own.speaker_id
