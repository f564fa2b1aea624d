-- question: Who speaks, how often, and how do their figures lie among others'?
-- grain: one holder to whom a claim is attributed
with called as (
    select
        *,
        coalesce(nullif(regexp_extract(holder, ' [(]([^()]+)[)]$', 1), ''), holder) as called
    from current_claims
)
select
    claims.holder_id as speaker_id,
    -- Rows call a person who speaks for a body by both names; the page is the body's.
    -- A government's page has its country in its title, as rows do.
    coalesce(
        max(claims.called) filter (starts_with(claims.called, holders.name || ' of ')),
        any_value(holders.name),
        min(claims.holder)
    ) as name,
    min(claims.speaker_kind) as kind,
    case when 2 * count(claims.speaker_role) > count(*) then min(claims.speaker_role) end as role,
    bool_or(claims.is_named) as is_named,
    count(*) as claims,
    count(distinct claims.event_id) as events,
    count(*) filter (claims.stance = 'denies') as denials,
    coalesce(any_value(record.figures), 0) as compared,
    coalesce(any_value(record.times_lowest), 0) as lowest,
    coalesce(any_value(record.times_highest), 0) as highest,
    coalesce(
        list_sort(
            list(distinct claims.speaker) filter (lower(claims.speaker) <> lower(claims.holder))
        ), []
    ) as aliases
from called as claims
left join speaker_record as record on record.holder_id = claims.holder_id
left join holders on holders.holder_id = claims.holder_id
where claims.speaker_id is not null
group by claims.holder_id
