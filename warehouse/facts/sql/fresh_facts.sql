-- What is known of the stale documents, each table looked up by its index before they are joined.
create or replace temp table stale_claims as
select
    claim_id, document_id, document_version, harm, victims_text, victims_start, victim_group,
    victim_attributes,
    speaker_id, speaker, speaker_kind, speaker_role, figure_id, "value", modifier, basis, stance,
    coalesce(is_withdrawn, false) as is_withdrawn, scope, part_of, repeats, adds_to,
    quantity_start, quantity_end, evidence_text, evidence_start, reported_by, published, confidence, origin, rule,
    event_date_from, event_date_to,
    put_on_map(event_place, added.latitude, added.longitude) as event_place
from claims
left join added_places as added
    on added.place_key = strip_accents(lower(event_place[1]."name"))
where superseded is null and document_id in (select document_id from stale);

create or replace temp table stale_documents as
select document_id, version, outlet, agency, title, published_precision
from documents
where superseded is null and document_id in (select document_id from stale);

create or replace temp table stale_origins as
select document_id, outlets, originator
from document_origins
where document_id in (select document_id from stale);

create or replace temp table stale_links as
select claim_id, event_id, origin
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

-- What reviewers say that groups of victims are, by the names or the words that texts have for them.
create or replace temp table decided_groups as
with recursive decided as (
    select distinct on (strip_accents(lower(victim_group)))
        strip_accents(lower(victim_group)) as "name", into_victim_group
    from verdicts
    where kind = 'group'
        and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
    order by strip_accents(lower(victim_group)), decided desc, verdict_id desc
),
followed as (
    select "name", into_victim_group, 0 as steps from decided
    union
    select followed."name", decided.into_victim_group, followed.steps + 1
    from followed
    inner join decided on decided."name" = strip_accents(lower(followed.into_victim_group))
    where followed.steps < 10
)
select "name", max_by(into_victim_group, steps) as victim_group
from followed
group by "name";

-- Which people a claim counts. victim_group is the name under which they are compared, wider holds
-- the groups around it: children are civilians, and all are among all victims.
create or replace temp table counted_people as
with stated as (
    select
        *,
        -- The noun of a single victim does not say who many others are: "one civilian was killed
        -- and 10 were wounded".
        coalesce(
            victims_start is not null
            and "value" > 1
            and min_by("value", quantity_start) over (
                partition by document_id, origin, victims_start
            ) = 1,
            false
        ) as is_elided
    from stale_claims
),
told as (
    select
        claim_id,
        origin,
        victims_text is null
            or evidence_start = min(evidence_start) over (partition by document_id) as is_loose,
        case
            when is_elided then 'all'
            else coalesce(decided.victim_group, stated.victim_group, 'all')
        end as named,
        case when is_elided then [] else victim_attributes end as attributes
    from stated
    left join decided_groups as decided
        on decided."name" = strip_accents(lower(coalesce(stated.victim_group, victims_text)))
),
described as (
    select
        * exclude (attributes),
        list_has_any(attributes, ['combatant', 'security_forces']) as is_fighting,
        list_has_any(attributes, ['civilian', 'children', 'medic', 'journalist']) as is_civilian,
        list_contains(attributes, 'combatant') as is_combatant,
        list_sort(list_filter(
            attributes,
            lambda word: word not in ('civilian', 'combatant', 'security_forces')
                and not starts_with(named, word)
        )) as kinds
    from told
),
sided as (
    select
        *,
        case
            when is_fighting and is_civilian then null
            when is_fighting or named = 'combatants' then 'fighters'
            when is_civilian or named = 'civilians' then 'civilians'
        end as side,
        case
            when named <> 'all' or is_fighting = is_civilian then named
            when is_civilian then 'civilians'
            when is_combatant then 'combatants'
            else 'security forces'
        end as people
    from described
)
select
    claim_id,
    origin,
    is_loose and people = 'all' as is_unnamed,
    case
        when kinds = [] then people
        when named in ('all', 'civilians') then array_to_string(kinds, ', ')
        else people || ', ' || array_to_string(kinds, ', ')
    end as victim_group,
    list_distinct(list_filter(
        [
            case when kinds <> [] and named <> 'all' then named end,
            case when list_contains(kinds, 'children') or side = 'civilians' then 'civilians' end,
            case when is_combatant and side = 'fighters' then 'combatants' end,
            'all'
        ],
        lambda word: word is not null
            and word <> case when kinds = [] then people else '' end
    )) as wider,
    side
from sided;

-- Where no words name the victims, or a headline calls them people, they are those of whom the
-- document tells the same number of the same event elsewhere.
create or replace temp table understood_people as
select unnamed.claim_id, min_by(people, row(people.victim_group, named.claim_id)) as people
from stale_claims as unnamed
inner join counted_people as without
    on without.claim_id = unnamed.claim_id
    and without.origin = unnamed.origin
    and without.is_unnamed
inner join stale_claims as named
    on named.document_id = unnamed.document_id
    and named.harm = unnamed.harm
    and (named.figure_id = unnamed.figure_id or named."value" = unnamed."value")
    and named.stance = unnamed.stance
inner join counted_people as people
    on people.claim_id = named.claim_id and people.victim_group <> 'all'
inner join stale_links as link on link.claim_id = unnamed.claim_id
inner join stale_links as other on other.claim_id = named.claim_id
where unnamed.origin = 'machine' and other.event_id = link.event_id
group by unnamed.claim_id
having count(distinct people.victim_group) = 1;

-- A lead or headline without a source tells the figure of whom the text then names for it.
create or replace temp table named_elsewhere as
select distinct on (lead.claim_id) lead.claim_id, said.claim_id as said_id
from stale_claims as lead
inner join stale_claims as said
    on said.document_id = lead.document_id
    and said.harm = lead.harm
    and said.stance = lead.stance
    and said.scope = lead.scope
    and (said.figure_id = lead.figure_id or said."value" = lead."value")
inner join counted_people as counted
    on counted.claim_id = lead.claim_id and counted.origin = lead.origin
inner join counted_people as people
    on people.claim_id = said.claim_id and people.origin = said.origin
where lead.speaker_id is null
    -- One here and one there are seldom the same.
    and (coalesce(lead."value" > 1, true) or people.victim_group = counted.victim_group)
    and lead.origin = 'machine'
    and said.speaker_id is not null
    and lead.basis in ('numeral', 'word', 'vague', 'zero')
order by
    lead.claim_id, said.evidence_start <> lead.evidence_start,
    said.quantity_start < lead.quantity_start, abs(said.quantity_start - lead.quantity_start),
    said.claim_id;

-- What a claim is a part of, or adds to, as far as that counts victims of the same harm and event.
create or replace temp table stale_ties as
select
    claims.claim_id,
    claims.origin,
    bool_or(
        target.claim_id = claims.part_of
        and target.harm = claims.harm
        and target.scope = claims.scope
        and coalesce(whole.people.victim_group, people.victim_group)
        = coalesce(part.people.victim_group, own.victim_group)
    ) as is_partial,
    max(case when target.claim_id = claims.adds_to and target.scope = claims.scope
        then claims.adds_to end) as adds_to
from stale_claims as claims
inner join counted_people as own
    on own.claim_id = claims.claim_id and own.origin = claims.origin
left join understood_people as part on part.claim_id = claims.claim_id
inner join stale_claims as target
    on target.claim_id in (claims.part_of, claims.adds_to)
    -- Besides the dead there can be no other casualties.
    and (target.harm in (claims.harm, 'casualties') or claims.harm = 'casualties')
inner join counted_people as people
    on people.claim_id = target.claim_id and people.origin = target.origin
left join understood_people as whole on whole.claim_id = target.claim_id
left join stale_links as link on link.claim_id = claims.claim_id
left join stale_links as other on other.claim_id = target.claim_id
where other.event_id is not distinct from link.event_id
group by claims.claim_id, claims.origin;

-- Whom a text has told as a part, it tells as the same part later: "the ten on the bus".
create or replace temp table told_again as
select distinct again.claim_id
from stale_ties as ties
inner join stale_claims as part on part.claim_id = ties.claim_id and part.origin = ties.origin
inner join counted_people as own on own.claim_id = part.claim_id and own.origin = part.origin
inner join stale_claims as again
    on again.document_id = part.document_id
    and again.harm = part.harm
    and again.figure_id = part.figure_id
    and again.quantity_start > part.quantity_start
    and again.origin = 'machine'
inner join counted_people as people
    on people.claim_id = again.claim_id
    and people.origin = again.origin
    and people.victim_group = own.victim_group
where ties.is_partial and part."value" > 1;

-- "At least" before the first of two counts that a word joins may be said of both: "at least seven
-- were killed and 20 wounded".
create or replace temp table sharing_bounds as
with counts as (
    select
        claim_id, origin, harm, basis, modifier,
        lag(harm) over sentence as harm_before,
        lag(modifier) over sentence as modifier_before,
        lag(quantity_end) over sentence as end_before,
        evidence_text, evidence_start, quantity_start
    from stale_claims
    window sentence as (
        partition by document_id, evidence_start, origin, speaker_id order by quantity_start
    )
)
select distinct claim_id, origin
from counts
where modifier = 'exact'
    and basis in ('numeral', 'word')
    and modifier_before = 'at_least'
    and harm_before <> harm
    and lower(split_part(trim(
        substr(evidence_text, end_before - evidence_start + 1, quantity_start - end_before)
    ), ' ', -1)) in (select word from joining_words);

create or replace temp table fresh_facts as
select
    claims.claim_id,
    claims.document_id,
    coalesce(events.merged_into, links.event_id) as event_id,
    claims.harm,
    claims.harm = 'casualties'
        and list_filter(
            [
                'object-shoot', 'object-hit-by-bullets', 'gunfire', 'shooting-of', 'adjacent',
                'noun-count-victims'
            ],
            lambda rule: starts_with(claims.rule, rule)
        ) <> [] as is_open,
    claims.rule in ('count-bodies', 'noun-count-bodies') as is_found,
    bounds.claim_id is not null as shares_bound,
    coalesce(understood.people.victim_group, people.victim_group) as victim_group,
    coalesce(understood.people.wider, people.wider) as wider,
    coalesce(understood.people.side, people.side) as side,
    claims.victims_text,
    list_sort(claims.victim_attributes) as victim_attributes,
    holders.holder_id,
    holders.holder,
    holders.is_named,
    speakers.speaker_id,
    coalesce(
        case when speakers.speaker_id is not null then holders.speaker_kind end,
        speakers.speaker_kind
    ) as speaker_kind,
    speakers.speaker_role,
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

create or replace temp table former_facts as
select fresh_facts.*
from fresh_facts
where false
union all by name
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
