select
    verdicts.lineage_id, verdicts.verdict_id, verdicts.kind, verdicts.reviewer, verdicts.decided,
    verdicts.corrected, verdicts.claim_id, verdicts.harm, verdicts.stance, verdicts.quantity_start,
    verdicts.quantity_end, verdicts.source_start, verdicts.evidence_text, verdicts.evidence_start
from verdicts
where verdicts.lineage_id in (select lineage_id from incoming_lineages)
    and verdicts.kind in ('accept', 'reject', 'correct', 'add')
    and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
order by verdicts.decided, verdicts.verdict_id
