-- question: What does each holder count in all in each document, for each kind of victims?
-- grain: one document, event, harm, victim group and holder; what is withdrawn has a row of its own
-- reads: bounded_claims_as_of, counted_of, additions_of, lists_of, survivors_of
create or replace macro document_totals_of(told) as table
with counted as materialized (from counted_of(told)),
additions as materialized (from additions_of(told, 'counted')),
lists as materialized (from lists_of('counted')),
survivors as materialized (from survivors_of(told, 'counted', 'additions')),
totals as (
    select * from counted where claim_id not in (select claim_id from survivors where low is null)
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
    from survivors as survived
    inner join counted as hit on hit.claim_id = survived.claim_id
    where survived.low is not null
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
    from additions as added
    inner join counted as first on first.claim_id = added.claim_id
    -- Whoever is listed side by side or by name is of several kinds, and so of all.
    union all by name
    select
        first.* exclude (
            victim_group, wider, side, victims_text, low, high, figure, figure_id, is_listed,
            is_found, derived, addends, claim_ids, figure_ids
        ),
        case when lists.kind = 'placed' then first.victim_group else 'all' end as victim_group,
        case when lists.kind = 'placed' then first.wider else cast([] as varchar[]) end as wider,
        case when lists.kind = 'placed' then first.side end as side,
        case when lists.kind = 'placed' then first.victims_text end as victims_text,
        lists.low,
        lists.high,
        cast(null as varchar) as figure,
        cast(null as varchar) as figure_id,
        lists.kind <> 'listed' and first.is_listed as is_listed,
        lists.kind <> 'placed' and first.is_found as is_found,
        case when lists.kind = 'placed' then 'sum' else 'list' end as derived,
        lists.addends,
        lists.claim_ids,
        lists.figure_ids,
        lists.is_of_two_sides
    from lists
    inner join counted as first on first.claim_id = lists.claim_id
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
-- Whom a text blames for the event, in its own voice or in another's.
blamed as (
    select document_id, event_id, list(distinct agent_side order by agent_side) as agent_sides
    from query_table(told)
    where agent_side is not null
    group by document_id, event_id
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
    best.speaker_country,
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
    -- What follows from other figures is shown, and disputes none; nor does a sum of both sides'
    -- fighters, as others count those of one.
    case
        when best.derived = 'difference' or best.is_of_two_sides then null
        when best.is_listed then least(best.low, 1)
        else best.low
    end as least,
    case
        when not best.is_listed
            and best.derived <> 'difference'
            and best.is_of_two_sides is not true
            then best.high
    end as most,
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
    coalesce(blamed.agent_sides, []) as agent_sides,
    best.confidence,
    best.is_reviewed
from best
left join wholes on wholes.claim_id = best.part_of
left join blamed on blamed.document_id = best.document_id and blamed.event_id = best.event_id;
