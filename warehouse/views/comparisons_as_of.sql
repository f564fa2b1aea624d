-- question: How do the totals of some facts compare by a moment, reckoned anew?
-- grain: one event, harm and victim group
-- reads: bounded_claims_as_of, document_totals_of, current_totals_of, tolls_of, conflicting_tolls_of, denials_of, row_figures_of, comparisons_of
create or replace macro comparisons_as_of(
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
standing as materialized (from current_totals_of('tellings')),
tolls as materialized (from tolls_of('standing')),
partings as materialized (from conflicting_tolls_of('tolls')),
denials as materialized (from denials_of('told')),
lines as materialized (from row_figures_of('standing', 'partings', 'denials'))
from comparisons_of('tolls', 'partings', 'denials', 'lines');
