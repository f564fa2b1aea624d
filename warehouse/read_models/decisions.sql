-- question: What did reviewers decide?
-- grain: one verdict
select
    verdicts.verdict_id, verdicts.kind, verdicts.reviewer, verdicts.decided, verdicts.claim_id,
    verdicts.document_id,
    verdicts.event_id, verdicts.into_event_id, verdicts.fields, verdicts.reason, verdicts.note,
    exists(from verdicts as undoing where undoing.undoes = verdicts.verdict_id) as is_undone,
    verdicts.corrected
from verdicts
