-- question: What was each holder's total on an event by a moment, for whom, and what does it rest on?
-- grain: one event, harm, victim group and holder; a date alone means the whole of that day
-- reads: told_as_of, tellings_of, standing_of, tolls_of
create or replace macro tolls_as_of(
    seen_by, known_at := timestamp 'infinity', number_words := 'strict', among := 'internal.facts',
    events := null
) as table
with told as materialized (
    from told_as_of(
        seen_by, known_at := known_at, number_words := number_words, among := among,
        events := events
    )
),
tellings as materialized (from tellings_of('told')),
standing as materialized (from standing_of('tellings'))
from tolls_of('standing');
