-- question: Where are counts of civilians and counts of all victims counts of the same people?
-- grain: one event and harm
-- reads: facts, figures, bounds
create or replace macro undivided_victims_of(told) as table
-- Who tells civilians apart from others: fighters are among the victims, no civilian is, civilians
-- are a part of a whole, or one holder has a number of each in one text.
with divided as (
    select event_id, harm
    from query_table(told)
    where (side = 'fighters' and coalesce(low > 0, true))
        or (victim_group = 'civilians' and said = 'zero')
    union
    select part.event_id, part.harm
    from query_table(told) as part
    inner join query_table(told) as whole on whole.claim_id = part.part_of
    where part.victim_group = 'civilians'
        and whole.victim_group = 'all'
        and part.holder_id = whole.holder_id
    union
    select event_id, harm
    from query_table(told)
    where victim_group in ('all', 'civilians') and said = 'figure' and not is_listed
    group by event_id, harm, holder_id, document_id
    having count(distinct victim_group) > 1 and count(distinct figure_id) > 1
)
-- Where nobody does, "13 migrants" and "18 people" are two counts of the same victims.
select distinct counted.event_id, counted.harm
from query_table(told) as counted
anti join divided on divided.event_id = counted.event_id and divided.harm = counted.harm
where counted.victim_group = 'all' and counted.said = 'figure' and not counted.is_listed;
