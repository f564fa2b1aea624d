-- question: Which claims have source words and no speaker, or a speaker and no source words?
-- expects: Only the article speaks without source words.
-- subject: claims
-- severity: error
select claim_id, document_id, source_text, speaker, speaker_kind
from checked_claims
where (source_text is null) <> (speaker_kind = 'article')
    or (source_text is null and speaker is not null)
