-- question: What do the counts of one sentence add up to: place by place, group by group, name by name?
-- grain: one sentence, event, harm, holder and kind of list
-- reads: counted_of
create or replace macro lists_of(counted) as table
-- What one sentence counts place by place: seven in one town, five in another, four in a third;
-- or kind by kind of one group: 41 federal and 14 state policemen. A headline that runs into the
-- lead tells one number twice.
with placed as (
    select
        document_id, event_id, harm, holder_id, sentence, victim_group,
        sum(low) as low,
        sum(most_said) as high,
        list(figure order by claim_id) as addends,
        list(claim_id order by claim_id) as claim_ids,
        list(figure_id order by claim_id) as figure_ids
    from query_table(counted)
    where part_of is null
        and repeats is null
        and not is_withdrawn
        and said = 'figure'
        and not is_listed
        and most_said is not null
    group by document_id, event_id, harm, holder_id, sentence, victim_group
    having (
        count(*) > 2
        -- Of one place the greatest is what the others come to, and those that a text adds itself,
        -- which are not here: "234 were buried, two more and one died later, 237 in all".
        and not (
            count(distinct coalesce(event_place[1]."key", '')) < count(*)
            and max(low) between sum(low) - max(low) and 1.1 * (sum(low) - max(low))
        )
    )
        or (
            count(*) = 2
            and victim_group <> 'all'
            and count(distinct lower(victims_text)) = 2
            and bool_and(low = most_said)
            and min(low) <> max(low)
        )
),
-- What one sentence lists side by side: twelve rebels and three soldiers.
listed as (
    select
        document_id, event_id, harm, holder_id, sentence,
        sum(low) as low,
        case when count(*) = count(case when is_listed then low else high end)
            then sum(case when is_listed then low else high end) end as high,
        list(figure || ' ' || coalesce(victims_text, victim_group) order by claim_id) as addends,
        list(claim_id order by claim_id) as claim_ids,
        list(figure_id order by claim_id) as figure_ids,
        count(distinct victim_group) filter (side = 'fighters') > 1 as is_of_two_sides
    from query_table(counted)
    where part_of is null and low is not null and not is_withdrawn and victim_group <> 'all'
    group by document_id, event_id, harm, holder_id, sentence
    having count(*) > 1
        and count(*) = count(distinct victim_group)
        and bool_or(not is_listed)
        -- Nobody of two kinds is not nobody: "no teacher and no policeman was hurt".
        and max(low) > 0
        and not list_has_any(list(victim_group), flatten(list(wider)))
),
-- Whom one sentence names one by one: a man and his daughter.
named as (
    select
        document_id, event_id, harm, holder_id, sentence,
        count(*) as low,
        list(coalesce(victims_text, figure) order by claim_id) as addends,
        list(claim_id order by claim_id) as claim_ids,
        list(figure_id order by claim_id) as figure_ids
    from query_table(counted)
    where is_listed and low = 1 and high = 1
        and part_of is null and repeats is null and not is_withdrawn
    group by document_id, event_id, harm, holder_id, sentence
    having count(*) > 1 and count(*) = count(distinct coalesce(victims_text, claim_id))
)
select
    'placed' as kind, claim_ids[1] as claim_id, low, high, addends, claim_ids, figure_ids
from placed
union all by name
select
    'listed' as kind, claim_ids[1] as claim_id, low, high, addends, claim_ids, figure_ids,
    is_of_two_sides
from listed
union all by name
select
    'named' as kind, claim_ids[1] as claim_id, low, cast(null as bigint) as high, addends,
    claim_ids, figure_ids
from named;
