-- question: Which figures stand side by side in each row, who holds each, and who denies it?
-- grain: one figure of one kind of victims in a row: an event, harm and victim group
-- reads: current_totals_of, conflicting_tolls_of, denials_of
create or replace macro row_figures_of(standing, partings, denials) as table
with kinds as (
    select
        event_id, harm, victim_group,
        flatten(list(wider)) as wider,
        count(distinct document_id) filter (not is_listed and most is distinct from 0) as counting,
        count(distinct document_id) filter (is_listed) as listing,
        count(distinct document_id) filter (low > 1 or (not is_listed and low > 0)) as several,
        count(distinct figure_id) filter (said = 'figure' and not is_listed) as numbers,
        -- The least that somebody counts in all; failing that, the most that somebody counts at least.
        coalesce(
            min(high) filter (not is_listed and not is_found),
            max(low) filter (not is_listed and not is_found)
        ) as counted
    from query_table(standing)
    group by event_id, harm, victim_group
),
-- How many texts count others among whom the victims of a kind are.
around as (
    select kinds.event_id, kinds.harm, kinds.victim_group, max(wider.several) as counting
    from kinds
    inner join kinds as wider
        on wider.event_id = kinds.event_id
        and wider.harm = kinds.harm
        and list_contains(kinds.wider, wider.victim_group)
    group by kinds.event_id, kinds.harm, kinds.victim_group
),
own as (
    select
        told.*,
        told.event_id as row_event,
        told.harm as row_harm,
        told.victim_group as row_group,
        kinds.listing,
        kinds.numbers,
        kinds.counted,
        kinds.counting,
        coalesce(around.counting, 0) as counting_more,
        max(told.low) filter (told.speaker_id is not null and not told.is_listed) over (
            partition by told.event_id, told.harm, told.victim_group, told.document_id
        ) as quoted
    from query_table(standing) as told
    inner join kinds
        on kinds.event_id = told.event_id
        and kinds.harm = told.harm
        and kinds.victim_group = told.victim_group
    left join around
        on around.event_id = told.event_id
        and around.harm = told.harm
        and around.victim_group = told.victim_group
),
-- A total of more people, or of others, stands in the row that it contradicts.
guests as (
    select distinct
        event_id, harm as row_harm, victim_group as row_group, other_harm, other_group, other_id
    from query_table(partings)
    where other_harm <> harm or other_group <> victim_group
),
-- Whose totals part in a row, and make a dispute.
parting as (
    select event_id, harm, victim_group, holder_id
    from query_table(partings)
    where is_independent and doubt is null
    union
    select event_id, harm, victim_group, other_id
    from query_table(partings)
    where is_independent and doubt is null and other_harm = harm and other_group = victim_group
),
voices as (
    -- Victims listed one by one are shown where nobody counts, or more texts list than count, unless
    -- more count those among whom they are.
    -- A word that tells of no size ("many") says nothing beside numbers, nor do bodies that
    -- somebody found beside a count of as many dead.
    select * exclude (counting, counting_more, listing, numbers, counted, quoted)
    from own
    where (
            not is_listed
            or ((counting = 0 or listing > counting) and listing > counting_more)
        )
        and not (numbers > 1 and said = 'vague' and low < 10)
        and not (is_found and low <= coalesce(counted, 0))
        -- What a text tells itself beside a greater number of somebody whom it quotes is a part; far
        -- fewer are of something else, and so many at least are no count at all. What disputes
        -- another figure is shown with it.
        and not (
            speaker_id is null
            and coalesce(
                case when high is null then 2 * low < quoted
                    else high < quoted and quoted < 2 * high end,
                false
            )
            and not exists (
                from parting
                where parting.event_id = own.event_id
                    and parting.harm = own.harm
                    and parting.victim_group = own.victim_group
                    and parting.holder_id = own.holder_id
            )
        )
    union all by name
    select
        told.*,
        told.event_id as row_event,
        guests.row_harm,
        guests.row_group
    from guests
    inner join query_table(standing) as told
        on told.event_id = guests.event_id
        and told.harm = guests.other_harm
        and told.victim_group = guests.other_group
        and told.holder_id = guests.other_id
        and told.is_latest
    -- Who holds the figure in the row itself is shown with it once.
    anti join own
        on own.row_event = guests.event_id
        and own.row_harm = guests.row_harm
        and own.row_group = guests.row_group
        and own.harm = told.harm
        and own.holder_id = told.holder_id
        and own.figure_id = told.figure_id
),
-- A later count has taken the place of these: another office's of the same state, a hospital's.
history as (
    select distinct
        event_id as row_event, harm as row_harm, victim_group as row_group, other_id as holder_id,
        true as is_history
    from query_table(partings)
    where is_history and other_harm = harm and other_group = victim_group
),
held as (
    select
        row_event, row_harm, row_group, harm, victim_group, figure_id, holder_id,
        min(figure) as figure,
        min(said) as said,
        min(low) as low,
        min(high) as high,
        min(policy) as policy,
        min(victims_text) as victims,
        bool_or(is_reviewed) as is_reviewed,
        min(seen) as first_seen,
        max(seen) as last_seen,
        list(document_id) as documents,
        flatten(list(outlets)) as outlets,
        list(originator) as originators,
        struct_pack(
            holder_id := holder_id,
            holder := min(holder),
            kind := min(speaker_kind),
            "role" := min(speaker_role),
            first_seen := min(seen),
            last_seen := max(seen),
            is_latest := bool_or(is_latest) and not bool_or(coalesce(is_history, false)),
            is_withdrawn := bool_and(is_withdrawn),
            addends := max_by(addends, row(len(addends), addends))
        ) as held
    from voices
    left join history using (row_event, row_harm, row_group, holder_id)
    group by row_event, row_harm, row_group, harm, victim_group, figure_id, holder_id
),
denied as (
    select distinct on (event_id, harm, victim_group, figure_id, holder_id)
        event_id, harm, victim_group, figure_id, figure, said, low, high, policy, is_reviewed,
        first_seen, last_seen,
        struct_pack(
            holder_id := holder_id,
            holder := holder,
            kind := speaker_kind,
            "role" := speaker_role,
            first_seen := first_seen
        ) as denied
    from query_table(denials)
    order by event_id, harm, victim_group, figure_id, holder_id, first_seen, claim_id
),
told as (
    select
        row_event as event_id, row_harm as harm, row_group as victim_group, figure_id,
        harm || ' ' || victim_group as counted, victims, figure, said, low, high, policy,
        held, null as denied, documents, outlets, originators, first_seen, last_seen, is_reviewed
    from held
    union all by name
    select
        event_id, harm, victim_group, figure_id, harm || ' ' || victim_group as counted, figure,
        said, low, high, policy, denied, first_seen, last_seen, is_reviewed
    from denied
)
select
    event_id,
    harm,
    victim_group,
    figure_id,
    min(figure) as figure,
    min(said) as said,
    min(low) as low,
    min(high) as high,
    min(victims) as victims,
    min(policy) as policy,
    list_transform(
        list_sort(list(
            struct_pack(first_seen := first_seen, holder := held.holder, row := held)
        ) filter (held is not null)),
        lambda entry: entry.row
    ) as holders,
    list_transform(
        list_sort(list(
            struct_pack(first_seen := first_seen, holder := denied.holder, row := denied)
        ) filter (denied is not null)),
        lambda entry: entry.row
    ) as denied_by,
    flatten(list(documents) filter (documents is not null)) as documents,
    flatten(list(outlets) filter (outlets is not null)) as outlets,
    flatten(list(originators) filter (originators is not null)) as originators,
    min(first_seen) as first_seen,
    max(last_seen) as last_seen,
    bool_or(is_reviewed) as is_reviewed
from told
group by event_id, harm, victim_group, figure_id, counted;
