-- question: Who held which figure on an event by a moment, under a number-word policy?
-- grain: one figure that one holder gives for one harm and victim group of one event, asserted or denied
-- reads: bounded_claims_as_of
create or replace macro positions_as_of(
    seen_by, known_at := timestamp 'infinity', number_words := 'strict', among := 'internal.facts',
    events := null
) as table
select
    event_id,
    harm,
    victim_group,
    holder_id,
    min(holder) as holder,
    bool_or(is_named) as is_named,
    min(speaker_id) as speaker_id,
    min(speaker_kind) as speaker_kind,
    min(speaker_role) as speaker_role,
    figure_id,
    any_value(figure) as figure,
    any_value(said) as said,
    any_value(low) as low,
    any_value(high) as high,
    number_words as policy,
    stance,
    is_withdrawn,
    is_partial as is_part,
    count(*) as claims,
    -- Counting distinct values per group is dear: most groups have one row, and lists of numbers
    -- are gathered three times as fast as lists of names.
    case when count(*) = 1 then 1 else len(list_distinct(list(hash(document_id)))) end
        as documents,
    case when count(*) = 1 then 1 else len(list_distinct(list(hash(originator)))) end
        as originators,
    min(seen) as first_seen,
    max(seen) as last_seen,
    bool_or(is_dated) as is_dated,
    max(confidence) as confidence,
    bool_or(is_reviewed) as is_reviewed,
    min(claim_id) as example
from bounded_claims_as_of(
    seen_by, known_at := known_at, number_words := number_words, among := among, events := events
)
group by
    event_id, harm, victim_group, holder_id, figure_id, stance, is_withdrawn, is_partial;
