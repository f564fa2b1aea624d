-- question: What does each holder count in all in each document, for each kind of victims?
-- grain: one document, event, harm, victim group and holder; what is withdrawn has a row of its own
-- reads: told_as_of
create or replace macro tellings_of(told) as table
with counted as (
    select
        * replace (case when not (is_found or shares_bound) then high end as high),
        high as most_said,
        (is_found or shares_bound) and high is not null as is_minimum,
        min(sentence) over (partition by document_id) as first_sentence,
        'claim' as derived,
        cast([] as varchar[]) as addends,
        [claim_id] as claim_ids,
        [figure_id] as figure_ids,
        list(struct_pack(number := low, place := event_place[1]."key")) filter (said = 'figure' and low = high and low > 1)
            over (partition by document_id, event_id, harm, victim_group, holder_id) as told_numbers
    from query_table(told)
    where stance = 'asserts' and not is_partial and adds_to is null
),
-- What a speaker adds to a figure of its own: six were killed, another five died later.
added as (
    select
        first.claim_id,
        any_value(case when more.victim_group = first.victim_group then first.victim_group end)
            as victim_group,
        any_value(first.low) + sum(more.low) as low,
        case when bool_and(more.high is not null) then any_value(first.high) + sum(more.high) end
            as high,
        list(more.figure order by more.claim_id) as addends,
        list(more.claim_id order by more.claim_id) as claim_ids,
        list(more.figure_id order by more.claim_id) as figure_ids
    from query_table(told) as more
    inner join counted as first
        on first.claim_id = more.adds_to
        and first.event_id = more.event_id
        and first.harm = more.harm
        and (first.holder_id = more.holder_id or more.speaker_id is null)
    where more.stance = 'asserts'
        and more.repeats is null
        and not more.is_withdrawn
        and first.low is not null
        and more.low > 0
    group by first.claim_id
),
-- What one sentence counts place by place: seven in one town, five in another, four in a third;
-- or kind by kind of one group: 41 federal and 14 state policemen. A headline that runs into the
-- lead tells one number twice.
placed as (
    select
        document_id, event_id, harm, holder_id, sentence, victim_group,
        sum(low) as low,
        sum(most_said) as high,
        list(figure order by claim_id) as addends,
        list(claim_id order by claim_id) as claim_ids,
        list(figure_id order by claim_id) as figure_ids
    from counted
    where part_of is null
        and repeats is null
        and not is_withdrawn
        and said = 'figure'
        and not is_listed
        and most_said is not null
    group by document_id, event_id, harm, holder_id, sentence, victim_group
    having count(*) > 2
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
        list(figure_id order by claim_id) as figure_ids
    from counted
    where part_of is null and low is not null and not is_withdrawn and victim_group <> 'all'
    group by document_id, event_id, harm, holder_id, sentence
    having count(*) > 1
        and count(*) = count(distinct victim_group)
        and bool_or(not is_listed)
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
    from counted
    where is_listed and low = 1 and high = 1
        and part_of is null and repeats is null and not is_withdrawn
    group by document_id, event_id, harm, holder_id, sentence
    having count(*) > 1 and count(*) = count(distinct coalesce(victims_text, claim_id))
),
-- How many of a text died of those who were hit; and whether it counts the wounded itself.
died as (
    select
        killed.document_id, killed.event_id,
        coalesce(
            max(coalesce(added.low, killed.low)) filter (
                not killed.is_listed and not killed.is_partial
            ),
            count(*)
        ) as low,
        bool_and(killed.high = killed.low) as is_known
    from query_table(told) as killed
    left join added on added.claim_id = killed.claim_id
    where killed.harm = 'killed'
        and killed.stance = 'asserts'
        and killed.repeats is null
        and killed.low > 0
    group by killed.document_id, killed.event_id
),
-- As many hit as died are the dead: six died, five more later; all 11 had been shot.
hit_and_dead as (
    select hit.claim_id
    from counted as hit
    inner join died
        on died.document_id = hit.document_id
        and died.event_id = hit.event_id
        and died.low = hit.low
    where hit.is_open and hit.low > 1
),
-- Those who were hit and did not die were wounded: "five were shot, one of whom died".
survived as (
    select
        hit.claim_id,
        hit.low - coalesce(died.low, 0) as low,
        hit.high - coalesce(died.low, 0) as high,
        case
            when died.low is null then [hit.figure || ' hit']
            else [hit.figure || ' hit', '−' || died.low || ' killed']
        end as addends
    from counted as hit
    left join died
        on died.document_id = hit.document_id and died.event_id = hit.event_id
    where hit.is_open
        and hit.low > coalesce(died.low, 0)
        and coalesce(died.is_known, true)
        and not exists (
            from query_table(told) as own
            where own.document_id = hit.document_id
                and own.event_id = hit.event_id
                and own.harm = 'wounded'
                and own.low >= hit.low - coalesce(died.low, 0)
                and not (own.is_listed or own.is_partial)
        )
),
totals as (
    select * from counted where claim_id not in (from hit_and_dead)
    union all by name
    select
        hit.* exclude (harm, low, high, figure, figure_id, derived, addends),
        'wounded' as harm,
        survived.low,
        survived.high,
        cast(null as varchar) as figure,
        cast(null as varchar) as figure_id,
        'difference' as derived,
        survived.addends
    from survived
    inner join counted as hit on hit.claim_id = survived.claim_id
    union all by name
    select
        first.* exclude (
            victim_group, wider, low, high, figure, figure_id, derived, addends, claim_ids, figure_ids
        ),
        coalesce(added.victim_group, 'all') as victim_group,
        case when added.victim_group is null then cast([] as varchar[]) else first.wider end
            as wider,
        added.low,
        added.high,
        cast(null as varchar) as figure,
        cast(null as varchar) as figure_id,
        'sum' as derived,
        [first.figure] || added.addends as addends,
        [first.claim_id] || added.claim_ids as claim_ids,
        first.figure_ids || added.figure_ids as figure_ids
    from added
    inner join counted as first on first.claim_id = added.claim_id
    union all by name
    select
        first.* exclude (
            victim_group, wider, side, victims_text, low, high, figure, figure_id, is_listed,
            derived, addends, claim_ids, figure_ids
        ),
        'all' as victim_group,
        cast([] as varchar[]) as wider,
        cast(null as varchar) as side,
        cast(null as varchar) as victims_text,
        listed.low,
        listed.high,
        cast(null as varchar) as figure,
        cast(null as varchar) as figure_id,
        false as is_listed,
        'list' as derived,
        listed.addends,
        listed.claim_ids,
        listed.figure_ids
    from listed
    inner join counted as first on first.claim_id = listed.claim_ids[1]
    union all by name
    select
        first.* exclude (
            victim_group, wider, side, victims_text, low, high, figure, figure_id, derived,
            addends, claim_ids, figure_ids
        ),
        'all' as victim_group,
        cast([] as varchar[]) as wider,
        cast(null as varchar) as side,
        cast(null as varchar) as victims_text,
        named.low,
        cast(null as bigint) as high,
        cast(null as varchar) as figure,
        cast(null as varchar) as figure_id,
        'list' as derived,
        named.addends,
        named.claim_ids,
        named.figure_ids
    from named
    inner join counted as first on first.claim_id = named.claim_ids[1]
    union all by name
    select
        first.* exclude (
            low, high, figure, figure_id, is_found, derived, addends, claim_ids, figure_ids
        ),
        placed.low,
        placed.high,
        false as is_found,
        cast(null as varchar) as figure,
        cast(null as varchar) as figure_id,
        'sum' as derived,
        placed.addends,
        placed.claim_ids,
        placed.figure_ids
    from placed
    inner join counted as first on first.claim_id = placed.claim_ids[1]
),
-- Counted figures before single victims, a figure that is told before a list that is summed, a
-- number before a vague word, the whole before the parts that no word marks as such.
best as (
    select *
    from totals
    qualify row_number() over (
        partition by document_id, event_id, harm, victim_group, holder_id, is_withdrawn
        order by
            is_listed, derived = 'list' and not is_listed, said = 'vague', low desc nulls last,
            -- A headline leaves out "at least"; elsewhere a number says more than a bound.
            case when high is null then 1 when sentence = first_sentence then 2 else 0 end,
            high desc, confidence desc, claim_id
    ) = 1
),
-- Of how many a part is told, and whether another sentence tells it: "31 were killed. Ten were on
-- a bus."
wholes as (
    select claim_id, any_value(low) as low, any_value(sentence) as sentence
    from query_table(told)
    where claim_id in (select part_of from best)
    group by claim_id
)
select
    best.document_id,
    best.event_id,
    best.harm,
    best.victim_group,
    best.wider,
    best.side,
    best.victims_text,
    best.holder_id,
    best.holder,
    best.is_named,
    best.source,
    best.speaker_id,
    best.speaker_kind,
    best.speaker_role,
    coalesce(
        case when not best.is_minimum then best.figure_id end,
        best.derived || ' ' || best.low || ' ' || coalesce(cast(best.high as varchar), '')
    ) as figure_id,
    coalesce(
        case when not best.is_minimum then best.figure end,
        case
            when best.high = best.low then format('{:,}', best.low)
            when best.high is null then 'at least ' || format('{:,}', best.low)
            else format('{:,} – {:,}', best.low, best.high)
        end
    ) as figure,
    best.said,
    best.low,
    best.high,
    -- What follows from other figures is shown, and disputes none.
    case
        when best.derived = 'difference' then null
        when best.is_listed then least(best.low, 1)
        else best.low
    end as least,
    case when not best.is_listed and best.derived <> 'difference' then best.high end as most,
    wholes.low as whole,
    coalesce(wholes.sentence <> best.sentence, false) as is_apart,
    best.part_of is not null as is_subset,
    best.told_numbers,
    best.policy,
    best.is_listed,
    best.is_found,
    best.is_withdrawn,
    best.derived,
    best.addends,
    best.claim_ids,
    best.figure_ids,
    best.outlets,
    best.originator,
    best.seen,
    best.is_dated,
    best.seen_from,
    best.seen_to,
    best.event_date_from,
    best.event_date_to,
    best.event_place,
    best.confidence,
    best.is_reviewed
from best
left join wholes on wholes.claim_id = best.part_of;
