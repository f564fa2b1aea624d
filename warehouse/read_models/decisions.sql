-- question: What did reviewers decide?
-- grain: one verdict
select
    verdicts.verdict_id, verdicts.kind, verdicts.reviewer, verdicts.decided, verdicts.claim_id,
    verdicts.document_id,
    verdicts.event_id, verdicts.into_event_id, verdicts.fields, verdicts.reason, verdicts.note,
    exists(from verdicts as undoing where undoing.undoes = verdicts.verdict_id) as is_undone,
    verdicts.corrected, verdicts.former, verdicts.label, verdicts.date_from, verdicts.date_to,
    verdicts.place, verdicts."level", verdicts.speaker_kind, verdicts.victim_group,
    verdicts.into_victim_group, verdicts.grade, verdicts.assignee, verdicts.bulk_id,
    verdicts.holder_id, verdicts.into_holder_id, coalesce(verdicts.claim_ids, []) as claim_ids,
    other.label as into_event, holder.name as holder, into_holder.name as into_holder
from verdicts
left join events as other on other.event_id = verdicts.into_event_id
left join holders as holder on holder.holder_id = verdicts.holder_id
left join holders as into_holder on into_holder.holder_id = verdicts.into_holder_id
