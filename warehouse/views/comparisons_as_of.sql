-- question: How do the figures of some facts compare by a moment, reckoned anew?
-- grain: one event, harm and victim group
-- reads: position_lines_as_of, spreads_as_of, sources_as_of, events
create or replace macro comparisons_as_of(
    seen_by, known_at := timestamp 'infinity', number_words := 'strict', among := 'facts',
    events := null
) as table
with sources as (
    select event_id, harm, victim_group, figure_id, documents, outlets, originators
    from sources_as_of(seen_by, known_at := known_at, among := among, events := events)
),
lines as (
    select
        lines.event_id,
        lines.harm,
        lines.victim_group,
        lines.low,
        lines.high,
        lines.figure,
        lines.policy,
        lines.denied_by is not null as is_denied,
        lines.first_seen,
        lines.last_seen,
        struct_pack(
            figure := lines.figure,
            said := lines.said,
            low := lines.low,
            high := lines.high,
            holders := coalesce(lines.holders, []),
            denied_by := coalesce(lines.denied_by, []),
            documents := coalesce(sources.documents, 1),
            outlets := coalesce(sources.outlets, 0),
            originators := coalesce(sources.originators, 1),
            first_seen := lines.first_seen,
            last_seen := lines.last_seen,
            is_reviewed := lines.is_reviewed
        ) as position,
        count(*) over (partition by lines.event_id, lines.harm, lines.victim_group) as figures
    from position_lines_as_of(
        seen_by, known_at := known_at, number_words := number_words, among := among,
        events := events
    ) as lines
    left join sources
        on sources.event_id = lines.event_id
        and sources.harm = lines.harm
        and sources.victim_group is not distinct from lines.victim_group
        and sources.figure_id = lines.figure_id
),
-- To gather lists costs by their number, so that lone figures go without.
lined as (
    select
        event_id, harm, victim_group, policy, [position] as positions, is_denied, first_seen,
        last_seen
    from lines
    where figures = 1
    union all
    select
        event_id,
        harm,
        victim_group,
        min(policy) as policy,
        list_transform(
            list_sort(
                list(
                    struct_pack(
                        low := coalesce(low, 1e18),
                        high := coalesce(high, 1e18),
                        figure := figure,
                        row := position
                    )
                )
            ),
            lambda entry: entry.row
        ) as positions,
        bool_or(is_denied) as is_denied,
        min(first_seen) as first_seen,
        max(last_seen) as last_seen
    from lines
    where figures > 1
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
    from spreads_as_of(
        seen_by, known_at := known_at, number_words := number_words, among := among,
        events := events
    )
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
    coalesce(sources.documents, 1) as documents,
    coalesce(sources.outlets, 0) as outlets,
    coalesce(sources.originators, 1) as originators,
    lined.first_seen,
    lined.last_seen,
    lined.policy
from lined
inner join events on events.event_id = lined.event_id
left join related
    on related.event_id = lined.event_id
    and related.harm = lined.harm
    and related.victim_group is not distinct from lined.victim_group
left join sources
    on sources.event_id = lined.event_id
    and sources.harm = lined.harm
    and sources.victim_group is not distinct from lined.victim_group
    and sources.figure_id is null;
