-- What each claim of the stale documents says, of whom and by whom, as it is compared.
create or replace temp table fresh_facts as
select
    claims.claim_id,
    claims.document_id,
    coalesce(events.merged_into, links.event_id) as event_id,
    claims.harm,
    claims.outcome_is_open and claims.harm = 'casualties' as is_open,
    claims.counts_some and claims.harm in ('killed', 'wounded', 'casualties') as is_found,
    bounds.claim_id is not null as shares_bound,
    coalesce(understood.people.victim_group, people.victim_group) as victim_group,
    coalesce(understood.people.wider, people.wider) as wider,
    coalesce(understood.people.side, people.side) as side,
    claims.victims_text,
    list_sort(claims.victim_attributes) as victim_attributes,
    claims.agent_side,
    holders.holder_id,
    holders.holder,
    holders.is_named,
    speakers.speaker_id,
    coalesce(
        case when speakers.speaker_id is not null then holders.speaker_kind end,
        speakers.speaker_kind
    ) as speaker_kind,
    speakers.speaker_role,
    speakers.speaker_country,
    claims.figure_id,
    claims.basis,
    claims.stance,
    claims.is_withdrawn,
    claims.scope,
    claims.part_of,
    coalesce(ties.is_partial, false) or again.claim_id is not null as is_partial,
    claims.repeats,
    ties.adds_to,
    claims.evidence_start as sentence,
    coalesce(origins.outlets, []) as outlets,
    coalesce(claims.reported_by, origins.originator, claims.document_id) as originator,
    -- Whoever speaks is one source, through however many outlets; a text that speaks itself is its
    -- originator's, and so is somebody whom it does not name.
    case
        when speakers.speaker_id is null
            then coalesce(claims.reported_by, origins.originator, claims.document_id)
        when holders.is_shared then holders.holder_id
        else speakers.speaker_id || ' '
            || coalesce(claims.reported_by, origins.originator, claims.document_id)
    end as source,
    claims.published,
    -- Until when it may have been published, as far as the date is known.
    claims.published + case documents.published_precision
        when 'day' then interval 1 day
        when 'month' then interval 1 month
        when 'year' then interval 1 year
        else interval 0 day
    end as published_to,
    -- What a person puts together is of one day and place.
    case when links.origin is distinct from 'reviewer' then claims.event_date_from end
        as event_date_from,
    case when links.origin is distinct from 'reviewer' then claims.event_date_to end
        as event_date_to,
    case when links.origin is distinct from 'reviewer' then claims.event_place end as event_place,
    claims.confidence,
    claims.origin,
    case
        when claims.origin = 'reviewer' or reviews.decision = 'accepted' then 'reviewed'
        else 'machine'
    end as standing
from stale_claims as claims
inner join stale_documents as documents
    on documents.document_id = claims.document_id
    and documents.version = claims.document_version
inner join counted_people as people
    on people.claim_id = claims.claim_id and people.origin = claims.origin
left join understood_people as understood
    on understood.claim_id = claims.claim_id and claims.origin = 'machine'
left join stale_ties as ties on ties.claim_id = claims.claim_id and ties.origin = claims.origin
left join told_again as again on again.claim_id = claims.claim_id and claims.origin = 'machine'
left join sharing_bounds as bounds
    on bounds.claim_id = claims.claim_id and bounds.origin = claims.origin
left join named_elsewhere as lead on lead.claim_id = claims.claim_id and claims.origin = 'machine'
inner join stale_claims as speakers
    on speakers.claim_id = coalesce(lead.said_id, claims.claim_id)
    and (lead.said_id is not null or speakers.origin = claims.origin)
inner join stale_holders as holders
    on holders.document_id = claims.document_id
    and holders.speaker_id = coalesce(speakers.speaker_id, '')
left join stale_origins as origins on origins.document_id = claims.document_id
left join stale_links as links on links.claim_id = claims.claim_id
left join stale_events as events on events.event_id = links.event_id
left join stale_reviews as reviews on reviews.claim_id = claims.claim_id
where claims.origin = 'reviewer'
    or reviews.decision is null
    or reviews.decision = 'accepted'
qualify row_number() over (
    partition by claims.claim_id, claims.origin order by speakers.origin
) = 1;
