-- question: How do the totals of some facts compare by a moment, reckoned anew?
-- grain: one event, harm and victim group
-- reads: told_as_of, tellings_of, standing_of, tolls_of, partings_of, denials_of, lines_of, comparisons_of
create or replace macro comparisons_as_of(
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
standing as materialized (from standing_of('tellings')),
tolls as materialized (from tolls_of('standing')),
partings as materialized (from partings_of('tolls')),
denials as materialized (from denials_of('told')),
lines as materialized (from lines_of('standing', 'partings', 'denials'))
from comparisons_of('tolls', 'partings', 'denials', 'lines');
