-- question: Where did the figures on one event disagree by a moment, and how?
-- grain: one event, harm and victim group
-- reads: position_lines_as_of, spreads_as_of, events
create or replace macro discrepancies_as_of(
    seen_by, known_at := timestamp 'infinity', number_words := 'strict'
) as table
with lined as (
    select
        event_id,
        harm,
        victim_group,
        any_value(policy) as policy,
        list(
            struct_pack(
                figure := figure,
                said := said,
                low := low,
                high := high,
                holders := coalesce(holders, []),
                denied_by := coalesce(denied_by, []),
                documents := len(documents),
                outlets := len(outlets),
                originators := len(originators),
                first_seen := first_seen,
                last_seen := last_seen,
                is_reviewed := is_reviewed
            )
            order by low nulls last, high nulls last, figure
        ) as positions,
        bool_or(denied_by is not null) as is_denied,
        len(list_distinct(flatten(list(documents)))) as documents,
        len(list_distinct(flatten(list(outlets)))) as outlets,
        len(list_distinct(flatten(list(originators)))) as originators,
        min(first_seen) as first_seen,
        max(last_seen) as last_seen
    from position_lines_as_of(seen_by, known_at := known_at, number_words := number_words)
    group by event_id, harm, victim_group
),
-- Casualties hold the killed and the wounded together: fewer than those killed is a conflict,
-- more is another definition.
related as (
    select
        event_id, harm, victim_group, low, high, top, bottom, is_conflict, is_update, is_scope,
        max(case when harm in ('killed', 'wounded') then low end) over (
            partition by event_id, victim_group
        ) as least_within
    from spreads_as_of(seen_by, known_at := known_at, number_words := number_words)
)
select
    lined.event_id,
    events.label as event,
    events.place,
    events.date_from,
    events.date_to,
    lined.harm,
    lined.victim_group,
    case
        when lined.is_denied or related.is_conflict then 'conflict'
        when lined.harm = 'casualties' and related.bottom < related.least_within then 'conflict'
        when related.is_update then 'update'
        when related.is_scope then 'scope'
        when lined.harm = 'casualties' and related.least_within is not null then 'definition'
        else 'agreement'
    end as class,
    lined.positions,
    len(lined.positions) as figures,
    related.low,
    related.high,
    case when related.top > related.bottom then related.top - related.bottom else 0 end as gap,
    case
        when related.top > related.bottom and related.bottom > 0
            then round(related.top / related.bottom, 2)
    end as ratio,
    lined.documents,
    lined.outlets,
    lined.originators,
    lined.first_seen,
    lined.last_seen,
    lined.policy
from lined
inner join events on events.event_id = lined.event_id
left join related
    on related.event_id = lined.event_id
    and related.harm = lined.harm
    and related.victim_group is not distinct from lined.victim_group;
