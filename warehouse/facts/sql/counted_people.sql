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
