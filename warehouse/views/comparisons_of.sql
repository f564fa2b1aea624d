-- question: How do the totals of one event's holders compare, and which two part?
-- grain: one event, harm and victim group
-- reads: tolls_of, conflicting_tolls_of, denials_of, row_figures_of, sources_of, events
create or replace macro comparisons_of(tolls, partings, denials, lines) as table
with side_by_side as (
    select
        event_id,
        harm,
        victim_group,
        min(policy) as policy,
        list_transform(
            list_sort(list(struct_pack(
                low := coalesce(low, 1e18),
                high := coalesce(high, 1e18),
                figure := figure,
                row := struct_pack(
                    figure := figure,
                    said := said,
                    low := low,
                    high := high,
                    victims := victims,
                    holders := coalesce(holders, []),
                    denied_by := coalesce(denied_by, []),
                    documents := greatest(len(list_distinct(documents)), 1),
                    outlets := coalesce(len(list_distinct(outlets)), 0),
                    originators := greatest(len(list_distinct(originators)), 1),
                    first_seen := first_seen,
                    last_seen := last_seen,
                    is_reviewed := is_reviewed
                )
            ))),
            lambda entry: entry.row
        ) as positions,
        min(low) as low,
        case when bool_and(high is not null or low is null) then max(high) end as high,
        greatest(len(list_distinct(flatten(list(documents)))), 1) as documents,
        coalesce(len(list_distinct(flatten(list(outlets)))), 0) as outlets,
        greatest(len(list_distinct(flatten(list(originators)))), 1) as originators,
        min(first_seen) as first_seen,
        max(last_seen) as last_seen
    from query_table(lines)
    group by event_id, harm, victim_group
),
-- Of two totals that part, the pair that is the surest, of two sides rather than of two bodies of
-- one state, whose lesser total no later count has overtaken, of two whom texts quote rather than
-- of a text's own voice, each of a body or of several sources, and that is the widest apart stands
-- for the row.
worst as (
    select distinct on (event_id, harm, victim_group)
        *,
        low - coalesce(high, low) as gap,
        case
            when is_independent and reason = 'disjoint' and doubt = 'overtaken' then 'revised'
            when not is_independent or doubt is not null or reason = 'wholes_part' then 'check'
            when reason = 'who_died' then 'who_died'
            else 'conflict'
        end as class
    from query_table(partings)
    order by
        event_id, harm, victim_group, is_independent desc, doubt is not null,
        coalesce(doubt, '') <> 'overtaken', reason = 'wholes_part',
        reason = 'who_died', is_one_state, is_overtaken, is_of_own_voice,
        is_supported desc, low - coalesce(high, low) desc, holder_id, other_id, other_group, other_harm
),
rejected as (
    select distinct on (event_id, harm, victim_group)
        event_id, harm, victim_group, figure, holder_id, holder, held_by_id, held_by
    from query_table(denials)
    order by
        event_id, harm, victim_group, held_by_id is null, low desc, figure_id, holder_id, held_by_id
),
independent as (from sources_of(tolls)),
-- Somebody else counts other people of the same event.
elsewhere as (
    select distinct on (one.event_id, one.harm, one.victim_group)
        one.event_id, one.harm, one.victim_group, one.figure, one.holder_id, one.holder,
        other.victim_group as other_group, other.harm as other_harm,
        other.figure as other_figure, other.holder_id as other_id, other.holder as other_holder
    from query_table(tolls) as one
    inner join query_table(tolls) as other
        on other.event_id = one.event_id
        and other.source <> one.source
        and not other.is_listed
        and (
            other.harm = one.harm and other.victim_group <> one.victim_group
            and not list_contains(other.wider, one.victim_group)
            and (other.least > one.most or one.least > other.most)
            or one.harm = 'casualties' and other.harm in ('killed', 'wounded')
            and (
                other.victim_group = one.victim_group
                or list_contains(other.wider, one.victim_group)
                or list_contains(one.wider, other.victim_group)
            )
        )
    where not one.is_listed
    order by
        one.event_id, one.harm, one.victim_group, other.harm = one.harm,
        len(other.wider), other.holder_id, one.holder_id, other.victim_group, other.harm
),
classed as (
    select
        side_by_side.*,
        independent.sources,
        independent.is_mixed,
        case
            when rejected.event_id is not null then 'conflict'
            when worst.class in ('conflict', 'who_died') and not independent.is_mixed
                then worst.class
            when independent.is_unordered or independent.is_mixed or worst.class = 'check'
                then 'check'
            when independent.is_revised or worst.class = 'revised' then 'revised'
            when elsewhere.other_harm <> elsewhere.harm then 'different_meaning'
            when independent.sources > 1 then 'agreement'
            when elsewhere.other_group is not null then 'different_people'
            else 'one_source'
        end as class,
        worst,
        rejected,
        -- A pair that is no dispute itself gives no reason for one that rests on a denial.
        rejected.event_id is not null
            and (coalesce(worst.class, 'check') = 'check' or independent.is_mixed) as is_denial,
        elsewhere,
        coalesce(worst.gap, 0) as gap,
        case when worst.gap > 0 and worst.high > 0 then round(worst.low / worst.high, 2) end
            as ratio
    from side_by_side
    left join independent
        on independent.event_id = side_by_side.event_id
        and independent.harm = side_by_side.harm
        and independent.victim_group = side_by_side.victim_group
    left join worst
        on worst.event_id = side_by_side.event_id
        and worst.harm = side_by_side.harm
        and worst.victim_group = side_by_side.victim_group
    left join rejected
        on rejected.event_id = side_by_side.event_id
        and rejected.harm = side_by_side.harm
        and rejected.victim_group = side_by_side.victim_group
    left join elsewhere
        on elsewhere.event_id = side_by_side.event_id
        and elsewhere.harm = side_by_side.harm
        and elsewhere.victim_group = side_by_side.victim_group
)
select
    classed.event_id,
    events.label as event,
    events.place,
    events.date_from,
    events.date_to,
    classed.harm,
    classed.victim_group,
    classed.class,
    case
        when classed.class in ('different_people', 'different_meaning') then 'other_' || case
            when classed.class = 'different_people' then 'victims' else 'harm' end
        when classed.is_denial then 'denied'
        when classed.worst.event_id is not null
            then case
                when not classed.worst.is_independent then 'one_source'
                when classed.is_mixed then coalesce(classed.worst.doubt, 'doubtful')
                else coalesce(classed.worst.doubt, classed.worst.reason)
            end
        when classed.class = 'check' then 'no_order'
    end as reason,
    case
        when classed.class in ('different_people', 'different_meaning') then [
            struct_pack(
                figure := classed.elsewhere.figure,
                victims := classed.victim_group,
                holder_id := classed.elsewhere.holder_id,
                holder := classed.elsewhere.holder
            ),
            struct_pack(
                figure := classed.elsewhere.other_figure,
                victims := classed.elsewhere.other_group,
                holder_id := classed.elsewhere.other_id,
                holder := classed.elsewhere.other_holder
            )
        ]
        when classed.is_denial then [
            struct_pack(
                figure := classed.rejected.figure,
                victims := classed.victim_group,
                holder_id := classed.rejected.held_by_id,
                holder := classed.rejected.held_by
            ),
            struct_pack(
                figure := cast(null as varchar),
                victims := classed.victim_group,
                holder_id := classed.rejected.holder_id,
                holder := classed.rejected.holder
            )
        ]
        when classed.worst.event_id is not null then [
            struct_pack(
                figure := classed.worst.other_figure,
                victims := classed.worst.other_group,
                holder_id := classed.worst.other_id,
                holder := classed.worst.other_holder
            ),
            struct_pack(
                figure := classed.worst.figure,
                victims := classed.victim_group,
                holder_id := classed.worst.holder_id,
                holder := classed.worst.holder
            )
        ]
        else []
    end as parting,
    classed.positions,
    len(classed.positions) as figures,
    classed.low,
    classed.high,
    classed.gap,
    classed.ratio,
    classed.documents,
    classed.outlets,
    classed.originators,
    coalesce(classed.sources, 1) as sources,
    classed.first_seen,
    classed.last_seen,
    -- Class first; within it what more sources tell, then what lies further apart, then the latest.
    list_position(
        [
            'conflict', 'who_died', 'revised', 'different_people', 'different_meaning', 'check',
            'agreement', 'one_source'
        ],
        classed.class
    ) - round(
        0.9 * (1 - 1 / (1 + coalesce(classed.sources, 1)))
        + 0.09 * classed.gap / greatest(coalesce(classed.worst.low, 1), 1)
        + 0.009 * least(greatest(epoch(classed.last_seen) / 4e9, 0), 1),
        6
    ) as "rank",
    classed.policy
from classed
inner join events on events.event_id = classed.event_id;
