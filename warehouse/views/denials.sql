-- question: Who denied whose figure?
-- grain: one denial of one figure, with one holder of that figure; a null holder: nobody who holds it was read
-- reads: bounded_claims_as_of, denials_of, events
create or replace view denials as
with told as materialized (from bounded_claims_as_of(timestamp 'infinity'))
select
    denials.event_id,
    events.label as event,
    denials.harm,
    denials.victim_group,
    denials.figure,
    denials.holder as denied_by,
    denials.speaker_kind as denier_kind,
    denials.speaker_role as denier_role,
    denials.first_seen as denied_at,
    denials.held_by,
    denials.held_by_kind,
    denials.held_at,
    denials.claim_id
from denials_of('told') as denials
inner join events on events.event_id = denials.event_id
-- A denial that was told with and without its victims is one.
qualify row_number() over (
    partition by
        denials.event_id, denials.harm, denials.victim_group, denials.figure_id,
        denials.holder_id, denials.held_by_id
    order by denials.claim_id
) = 1;
