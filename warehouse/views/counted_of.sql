-- question: Which claims of a document count people harmed by themselves, and within which bounds?
-- grain: one claim
-- reads: bounded_claims_as_of
create or replace macro counted_of(told) as table
select
    * replace (case when not (is_found or shares_bound) then high end as high),
    high as most_said,
    (is_found or shares_bound) and high is not null as is_minimum,
    min(sentence) over (partition by document_id) as first_sentence,
    'claim' as derived,
    cast([] as varchar[]) as addends,
    [claim_id] as claim_ids,
    [figure_id] as figure_ids,
    list(struct_pack(number := low, place := event_place[1]."key")) filter (said in ('figure', 'zero') and low = high and low <> 1)
        over (partition by document_id, event_id, harm, victim_group, holder_id) as told_numbers
from query_table(told)
where stance = 'asserts'
    and not is_partial
    and adds_to is null
    -- Nobody of some is no count of all.
    and not (is_found and coalesce(high = 0, false));
