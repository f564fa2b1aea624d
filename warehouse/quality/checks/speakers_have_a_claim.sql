-- question: Which speakers does no claim cite any more?
-- expects: Every speaker has a claim.
-- subject: speakers
-- severity: warning
select speaker_id, name, kind
from speakers
where speaker_id not in (select speaker_id from checked_claims where speaker_id is not null)
