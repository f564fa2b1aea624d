-- question: Where in its document does each claim stand, and what did reviewers make of it?
-- grain: one claim of the current version of a document, also where a reviewer rejected it
-- reads: claims_in_text, current_claims, reviews
create or replace view marked_claims as
from claims_in_text('current_claims', 'internal.reviews')
-- A machine's claim gives way to what a reviewer made of it.
where origin = 'reviewer' or coalesce(decision, '') not in ('corrected', 'added');
