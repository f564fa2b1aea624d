-- question: What was each holder's total on an event by a moment, for whom, and what does it rest on?
-- grain: one event, harm, victim group and holder; a date alone means the whole of that day
-- reads: bounded_claims_as_of, document_totals_of, current_totals_of, tolls_of
create or replace macro tolls_as_of(
    seen_by, known_at := timestamp 'infinity', number_words := 'strict', among := 'internal.facts',
    events := null
) as table
with told as materialized (
    from bounded_claims_as_of(
        seen_by, known_at := known_at, number_words := number_words, among := among,
        events := events
    )
),
tellings as materialized (from document_totals_of('told')),
standing as materialized (from current_totals_of('tellings'))
from tolls_of('standing');
