-- question: What is each holder's total, of all that stands?
-- grain: one event, harm, victim group and holder
-- reads: current_totals_of
create or replace macro tolls_of(tellings) as table
with latest as (
    select
        event_id,
        harm,
        victim_group,
        holder_id,
        min(holder) as holder,
        bool_or(is_named) as is_named,
        min(source) as source,
        min(speaker_id) as speaker_id,
        min(speaker_kind) as speaker_kind,
        min(speaker_role) as speaker_role,
        min(speaker_country) as speaker_country,
        min_by(wider, row(len(wider), wider)) as wider,
        min(side) as side,
        min(victims_text) as victims_text,
        min_by(figure, claim_ids[1]) as figure,
        list(distinct figure order by figure) as figures,
        max(least) as top,
        min(coalesce(most, 9000000000000)) as bottom,
        list(struct_pack(least := least, most := coalesce(most, 9000000000000)) order by document_id)
            filter (least is not null) as intervals,
        min(low) as low,
        case when bool_and(high is not null) then max(high) end as high,
        min(least) as least,
        case when bool_and(most is not null) then max(most) end as most,
        bool_and(is_listed) as is_listed,
        bool_and(is_found) as is_found,
        max_by(whole, row(coalesce(least, 0), whole)) filter (whole is not null) as whole,
        bool_or(is_apart) as is_apart,
        bool_or(is_subset) as is_subset,
        list_sort(list_distinct(flatten(list(told_numbers)))) as told_numbers,
        max_by(said, row(coalesce(least, 0), claim_ids)) as said,
        max_by(derived, row(len(addends), claim_ids)) as derived,
        max_by(addends, row(len(addends), claim_ids)) as addends,
        flatten(list(claim_ids order by document_id)) as claim_ids,
        max_by(figure_ids, row(coalesce(least, 0), claim_ids)) as figure_ids,
        list(document_id order by document_id) as documents,
        case when bool_and(event_date_from is not null) then min(event_date_from) end as day_from,
        case when bool_and(event_date_to is not null) then max(event_date_to) end as day_to,
        list(event_place order by document_id) as places,
        list_sort(list_distinct(flatten(list(agent_sides)))) as agent_sides,
        max(confidence) as confidence,
        min(policy) as policy
    from query_table(tellings)
    where is_latest
    group by event_id, harm, victim_group, holder_id
),
history as (
    select
        event_id, harm, victim_group, holder_id,
        min(seen) as first_seen,
        max(seen) as last_seen,
        max(least) filter (not is_latest) as former_top,
        min(coalesce(most, 9000000000000)) filter (not is_latest) as former_bottom,
        list(
            struct_pack(least := least, most := coalesce(most, 9000000000000)) order by document_id
        ) filter (not is_latest and not is_listed and said = 'figure') as former,
        min(seen_from) filter (is_latest) as stands_from,
        max(seen_to) as told_to,
        -- Each text that tells it, and whose text that is.
        list_distinct(list(document_id) || list(originator)) as origins
    from query_table(tellings)
    group by event_id, harm, victim_group, holder_id
)
select
    latest.event_id,
    latest.harm,
    latest.victim_group,
    latest.wider,
    latest.side,
    latest.victims_text,
    latest.holder_id,
    latest.holder,
    latest.is_named,
    latest.source,
    latest.speaker_id,
    latest.speaker_kind,
    latest.speaker_role,
    latest.speaker_country,
    case when len(latest.figures) = 1 then latest.figure
        else array_to_string(latest.figures, ' / ') end as figure,
    -- Figures that no date puts in order hold together where they can, else side by side.
    case when latest.top <= latest.bottom and not latest.is_listed then latest.top
        else latest.low end as low,
    case when latest.top <= latest.bottom and not latest.is_listed
        then nullif(latest.bottom, 9000000000000) else latest.high end as high,
    case when latest.top <= latest.bottom then latest.top else latest.least end as least,
    case when latest.top <= latest.bottom then nullif(latest.bottom, 9000000000000)
        else latest.most end as most,
    coalesce(latest.top > latest.bottom, false) as is_unordered,
    latest.top,
    coalesce(latest.intervals, []) as intervals,
    coalesce(
        history.former_top > latest.bottom or latest.top > history.former_bottom, false
    ) as is_revised,
    latest.is_listed,
    latest.is_found,
    latest.whole,
    latest.is_apart,
    latest.is_subset,
    latest.told_numbers,
    latest.said,
    latest.derived,
    latest.addends,
    latest.claim_ids,
    latest.figure_ids,
    latest.documents,
    latest.day_from,
    latest.day_to,
    latest.places,
    latest.agent_sides,
    history.first_seen,
    history.last_seen,
    history.former,
    history.stands_from,
    history.told_to,
    history.origins,
    latest.confidence,
    latest.policy
from latest
inner join history
    on history.event_id = latest.event_id
    and history.harm = latest.harm
    and history.victim_group = latest.victim_group
    and history.holder_id = latest.holder_id;
