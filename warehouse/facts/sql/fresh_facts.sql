-- What is known of the stale documents, each table looked up by its index before they are joined.
create or replace temp table stale_claims as
select
    claim_id, document_id, document_version, harm, victims_text, victim_group, victim_attributes,
    speaker_id, speaker, speaker_kind, speaker_role, figure_id, stance, scope, part_of, repeats,
    reported_by, published, confidence, origin
from claims
where superseded is null and document_id in (select document_id from stale);

create or replace temp table stale_documents as
select document_id, version, outlet, agency, title
from documents
where superseded is null and document_id in (select document_id from stale);

create or replace temp table stale_origins as
select document_id, outlets, originator
from document_origins
where document_id in (select document_id from stale);

create or replace temp table stale_links as
select claim_id, event_id
from event_claims
where superseded is null and claim_id in (select claim_id from stale_claims);

create or replace temp table stale_events as
select event_id, merged_into
from events
where event_id in (select event_id from stale_links);

create or replace temp table stale_reviews as
select claim_id, decision
from reviews
where superseded is null and claim_id in (select claim_id from stale_claims);

-- Where no words name the victims, as in a headline, they are those of whom the document tells the
-- same figure of the same event elsewhere.
create or replace temp table understood_groups as
select unnamed.claim_id, min(named.victim_group) as victim_group
from stale_claims as unnamed
inner join stale_claims as named
    on named.document_id = unnamed.document_id
    and named.harm = unnamed.harm
    and named.figure_id = unnamed.figure_id
    and named.stance = unnamed.stance
inner join stale_links as link on link.claim_id = unnamed.claim_id
inner join stale_links as other on other.claim_id = named.claim_id
where unnamed.origin = 'machine'
    and unnamed.victims_text is null
    and coalesce(unnamed.victim_group, 'all') = 'all'
    and named.victim_group <> 'all'
    and other.event_id = link.event_id
group by unnamed.claim_id
having count(distinct named.victim_group) = 1;

create or replace temp table fresh_facts as
select
    claims.claim_id,
    claims.document_id,
    coalesce(events.merged_into, links.event_id) as event_id,
    claims.harm,
    coalesce(understood.victim_group, claims.victim_group) as victim_group,
    -- What makes the victims a part of their group ("women"); which side they are on does so only
    -- where no group is named.
    case
        when coalesce(claims.victim_group, 'all') = 'all' then list_sort(claims.victim_attributes)
        else list_sort(list_filter(
            claims.victim_attributes,
            lambda word: word not in ('civilian', 'combatant', 'security_forces')
        ))
    end as victim_attributes,
    coalesce(
        claims.speaker_id,
        'outlet:' || lower(coalesce(documents.outlet, documents.agency)),
        'document:' || claims.document_id
    ) as holder_id,
    coalesce(claims.speaker, documents.outlet, documents.agency, documents.title, 'the article')
        as holder,
    claims.speaker_id,
    claims.speaker_kind,
    claims.speaker_role,
    claims.figure_id,
    claims.stance,
    claims.scope,
    claims.part_of,
    claims.repeats,
    coalesce(origins.outlets, []) as outlets,
    coalesce(claims.reported_by, origins.originator, claims.document_id) as originator,
    claims.published,
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
left join stale_origins as origins on origins.document_id = claims.document_id
left join stale_links as links on links.claim_id = claims.claim_id
left join stale_events as events on events.event_id = links.event_id
left join stale_reviews as reviews on reviews.claim_id = claims.claim_id
left join understood_groups as understood
    on understood.claim_id = claims.claim_id and claims.origin = 'machine'
where claims.origin = 'reviewer'
    or reviews.decision is null
    or reviews.decision = 'accepted';

create or replace temp table former_facts as
select facts.* exclude (learned, superseded)
from facts
where facts.superseded is null and facts.document_id in (select document_id from stale);

create or replace temp table new_facts as
select * from fresh_facts
except
select * from former_facts;

create or replace temp table gone_facts as
select * from former_facts
except
select * from fresh_facts;

create or replace temp table changed_events as
select event_id from new_facts where event_id is not null
union
select event_id from gone_facts where event_id is not null;

update facts
set superseded = loading.learned
from gone_facts, loading
where facts.superseded is null
    and facts.claim_id = gone_facts.claim_id
    and facts.origin = gone_facts.origin;

insert into facts by name
select new_facts.*, loading.learned from new_facts cross join loading;
