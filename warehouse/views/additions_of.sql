-- question: What does a speaker add to a figure of its own: "six were killed, another five died later"?
-- grain: one claim that others add to
-- reads: bounded_claims_as_of, counted_of
create or replace macro additions_of(told, counted) as table
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
inner join query_table(counted) as first
    on first.claim_id = more.adds_to
    and first.event_id = more.event_id
    and first.harm = more.harm
    and (first.holder_id = more.holder_id or more.speaker_id is null)
where more.stance = 'asserts'
    and more.repeats is null
    and not more.is_withdrawn
    and first.low is not null
    and more.low > 0
group by first.claim_id;
