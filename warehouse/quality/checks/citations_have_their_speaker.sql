-- question: Which claims cite a speaker that is not there?
-- expects: The speaker of every citation is known.
-- subject: claims
-- severity: error
select claim_id, document_id, speaker, source_text
from checked_claims
where (source_text is not null and speaker_id is null)
    or (speaker_id is not null and speaker_id not in (select speaker_id from speakers))
