-- question: How many does a document tell of, as its reader would add them up?
-- grain: one document, event and harm
-- reads: facts, bounds
create or replace view document_tallies as
with told as (
    select
        facts.document_id,
        facts.event_id,
        facts.harm,
        facts.victim_group,
        facts.holder_id,
        count(*) as claims,
        sum(bounds.low) as low,
        case when count(*) = count(bounds.high) then sum(bounds.high) end as high
    from internal.facts
    inner join internal.bounds on bounds.figure_id = facts.figure_id and bounds.policy = 'strict'
    where facts.superseded is null
        and facts.scope = 'incident'
        and facts.stance = 'asserts'
        and facts.part_of is null
        and facts.repeats is null
    group by
        facts.document_id, facts.event_id, facts.harm, facts.victim_group, facts.holder_id
),
-- What two speakers say of the same victims are alternatives; other victims come on top.
grouped as (
    select
        document_id,
        event_id,
        harm,
        victim_group,
        sum(claims) as claims,
        min(low) as low,
        case when count(*) = count(high) then max(high) end as high
    from told
    group by document_id, event_id, harm, victim_group
)
select
    document_id,
    event_id,
    harm,
    sum(claims) as claims,
    sum(low) as low,
    case when count(*) = count(high) then sum(high) end as high,
    'strict' as policy
from grouped
group by document_id, event_id, harm;
