-- question: Which figures stood side by side by a moment, who held each, and who denied it?
-- grain: one figure of one event, harm and victim group
-- reads: positions_as_of
create or replace macro position_lines_as_of(
    seen_by, known_at := timestamp 'infinity', number_words := 'strict', among := 'facts',
    events := null
) as table
with told as (
    select
        event_id, harm, victim_group, holder_id, holder, speaker_kind, speaker_role, figure_id,
        figure, said, low, high, policy, stance, victim_attributes, first_seen, last_seen,
        is_reviewed,
        last_seen = max(last_seen) over (
            partition by event_id, harm, victim_group, holder_id, stance, victim_attributes
        ) as is_latest
    from positions_as_of(
        seen_by, known_at := known_at, number_words := number_words, among := among,
        events := events
    )
    where not is_part
),
-- A denial is filed with the figure that it rejects, of the same victims or of unnamed ones.
denials as (
    select
        told.event_id, told.harm, coalesce(held.victim_group, told.victim_group) as victim_group,
        coalesce(held.figure_id, told.figure_id) as figure_id, told.figure, told.said, told.low,
        told.high, told.policy, told.stance, told.holder_id, told.holder, told.speaker_kind,
        told.speaker_role, told.victim_attributes, told.first_seen, told.last_seen,
        true as is_latest, told.is_reviewed
    from told
    left join (
        select distinct event_id, harm, victim_group, figure_id, low, high
        from told
        where stance = 'asserts'
    ) as held
        on held.event_id = told.event_id
        and held.harm = told.harm
        and (held.victim_group = told.victim_group or told.victim_group is null)
        and (held.figure_id = told.figure_id or (held.low = told.low and held.high = told.high))
    where told.stance = 'denies'
),
voices as (
    select
        event_id, harm, victim_group, figure_id, figure, said, low, high, policy, stance,
        holder_id, holder, speaker_kind, speaker_role, victim_attributes, first_seen, last_seen,
        is_latest, is_reviewed
    from told
    where stance = 'asserts'
    union all
    select
        event_id, harm, victim_group, figure_id, figure, said, low, high, policy, stance,
        holder_id, holder, speaker_kind, speaker_role, victim_attributes, first_seen, last_seen,
        is_latest, is_reviewed
    from denials
),
told_rows as (
    select
        event_id, harm, victim_group, figure_id, figure, said, low, high, policy, stance, holder,
        first_seen, last_seen, is_reviewed,
        struct_pack(
            holder_id := holder_id,
            holder := holder,
            kind := speaker_kind,
            role := speaker_role,
            first_seen := first_seen,
            last_seen := last_seen,
            is_latest := is_latest,
            attributes := victim_attributes
        ) as held,
        struct_pack(
            holder_id := holder_id,
            holder := holder,
            kind := speaker_kind,
            role := speaker_role,
            first_seen := first_seen
        ) as denied,
        count(*) over (partition by event_id, harm, victim_group, figure_id) as voices
    from voices
)
-- Most figures have one voice. To gather lists costs by their number, so that these go without.
select
    event_id,
    harm,
    victim_group,
    figure_id,
    figure,
    said,
    low,
    high,
    policy,
    case when stance = 'asserts' then [held] end as holders,
    case when stance = 'denies' then [denied] end as denied_by,
    first_seen,
    last_seen,
    is_reviewed
from told_rows
where voices = 1
union all
select
    event_id,
    harm,
    victim_group,
    figure_id,
    min(figure) as figure,
    min(said) as said,
    min(low) as low,
    min(high) as high,
    min(policy) as policy,
    -- Sorting a list afterwards costs less than an ordered aggregate.
    list_transform(
        list_sort(
            list(struct_pack(first_seen := first_seen, holder := holder, row := held))
                filter (stance = 'asserts')
        ),
        lambda entry: entry.row
    ) as holders,
    list_transform(
        list_sort(
            list(struct_pack(first_seen := first_seen, holder := holder, row := denied))
                filter (stance = 'denies')
        ),
        lambda entry: entry.row
    ) as denied_by,
    min(first_seen) as first_seen,
    max(last_seen) as last_seen,
    bool_or(is_reviewed) as is_reviewed
from told_rows
where voices > 1
group by event_id, harm, victim_group, figure_id;
