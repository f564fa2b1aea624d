-- question: Who denied whose figure?
-- grain: one denial of one figure, with one holder of that figure; a null holder: nobody who holds it was read
-- reads: positions
create or replace view denials as
with held as (
    select
        event_id, harm, victim_group, figure_id, low, high, holder_id, holder, speaker_kind,
        first_seen
    from positions
    where stance = 'asserts'
)
select
    denied.event_id,
    denied.event,
    denied.harm,
    coalesce(held.victim_group, denied.victim_group) as victim_group,
    denied.figure,
    denied.holder as denied_by,
    denied.speaker_kind as denier_kind,
    denied.speaker_role as denier_role,
    denied.first_seen as denied_at,
    held.holder as held_by,
    held.speaker_kind as held_by_kind,
    held.first_seen as held_at,
    denied.example as claim_id
from positions as denied
left join held
    on held.event_id = denied.event_id
    and held.harm = denied.harm
    and (denied.victim_group is null or held.victim_group = denied.victim_group)
    and (
        held.figure_id = denied.figure_id or (held.low = denied.low and held.high = denied.high)
    )
    and held.holder_id <> denied.holder_id
where denied.stance = 'denies';
