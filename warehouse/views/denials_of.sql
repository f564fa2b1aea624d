-- question: Who denies which figure, and who holds it?
-- grain: one denial of one figure by one holder, with one holder of that figure; a null holder: nobody who holds it was read
-- reads: bounded_claims_as_of
create or replace macro denials_of(told) as table
with denied as (
    select
        event_id, harm, victim_group, figure_id, low, high, holder_id,
        min(figure) as figure,
        min(said) as said,
        min(policy) as policy,
        min(holder) as holder,
        min(speaker_kind) as speaker_kind,
        min(speaker_role) as speaker_role,
        min(seen) as first_seen,
        max(seen) as last_seen,
        bool_or(is_reviewed) as is_reviewed,
        min(claim_id) as claim_id,
        list(document_id) as documents
    from query_table(told)
    where stance = 'denies'
    group by event_id, harm, victim_group, figure_id, low, high, holder_id
),
held as (
    select
        event_id, harm, victim_group, figure_id, low, high, holder_id,
        min(holder) as holder,
        min(speaker_kind) as speaker_kind,
        min(seen) as first_seen,
        bool_and(side is not distinct from 'fighters') as is_of_fighters,
        list(document_id) as documents
    from query_table(told)
    where stance = 'asserts'
        and not is_withdrawn
        and event_id in (select event_id from denied)
    group by event_id, harm, victim_group, figure_id, low, high, holder_id
)
select
    denied.event_id,
    denied.harm,
    coalesce(held.victim_group, denied.victim_group) as victim_group,
    coalesce(held.figure_id, denied.figure_id) as figure_id,
    denied.figure,
    denied.said,
    denied.low,
    denied.high,
    denied.policy,
    denied.holder_id,
    denied.holder,
    denied.speaker_kind,
    denied.speaker_role,
    denied.first_seen,
    denied.last_seen,
    denied.is_reviewed,
    denied.claim_id,
    held.holder_id as held_by_id,
    held.holder as held_by,
    held.speaker_kind as held_by_kind,
    held.first_seen as held_at
from denied
-- A denial that names no victims means those of whom the figure was told; in another text, not
-- the fighters of a side.
left join held
    on held.event_id = denied.event_id
    and held.harm = denied.harm
    and (
        held.victim_group = denied.victim_group
        or (
            denied.victim_group = 'all'
            and (not held.is_of_fighters or list_has_any(held.documents, denied.documents))
        )
    )
    and (held.figure_id = denied.figure_id or (held.low = denied.low and held.high = denied.high))
    and held.holder_id <> denied.holder_id;
