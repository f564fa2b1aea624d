-- question: What did the machine read, before anybody decided on it?
-- grain: one claim of the current version of a document
with uncounted as (from current_claims where false),
undecided as (from reviews where false)
select * replace ('machine' as standing)
from claims_in_text('uncounted', 'undecided')
where origin = 'machine'
