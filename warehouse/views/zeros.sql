-- question: Which kind of nothing is it: a zero asserted, a figure denied, a harm without a figure, or silence?
-- grain: one claim, or one silent speaker of an event; silence is that of a named speaker on a disputed harm
-- reads: facts, figures, comparisons
create or replace view zeros as
with spoken as (
    select event_id, harm, holder_id
    from internal.facts
    where superseded is null and event_id is not null
    group by event_id, harm, holder_id
),
parties as (
    select event_id, holder_id, min(holder) as name
    from internal.facts
    where superseded is null and event_id is not null and is_named and speaker_id is not null
    group by event_id, holder_id
),
disputed as (
    select distinct event_id, harm
    from internal.comparisons
    where class in ('conflict', 'who_died')
)
select
    facts.event_id,
    facts.harm,
    facts.victim_group,
    facts.holder_id,
    facts.holder,
    case
        when facts.stance = 'denies' then 'figure denied'
        when figures.value = 0 then 'zero asserted'
        else 'no figure given'
    end as kind,
    facts.claim_id
from internal.facts
inner join internal.figures on figures.figure_id = facts.figure_id
where facts.superseded is null
    and facts.event_id is not null
    and (
        facts.stance = 'denies'
        or (figures.value = 0 and figures.value_to is null)
        or figures.word in ('plural', 'unspecified')
    )
union all
select parties.event_id, disputed.harm, null, parties.holder_id, parties.name, 'nothing said', null
from parties
inner join disputed on disputed.event_id = parties.event_id
anti join spoken
    on spoken.event_id = parties.event_id
    and spoken.harm = disputed.harm
    and spoken.holder_id = parties.holder_id;
