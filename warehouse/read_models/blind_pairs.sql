-- question: What did two reviewers decide on one claim, the second without seeing the first?
-- grain: one blind reading whose other decision was not taken back
select
    readings.reading_id,
    readings.claim_id,
    readings.verdict_id,
    readings.reviewer,
    readings.kind,
    readings.corrected,
    readings.reason,
    verdicts.reviewer as first_reviewer,
    verdicts.kind as first_kind,
    verdicts.corrected as first_corrected,
    verdicts.reason as first_reason,
    exists(
        from verdicts as later
        where later.claim_id = readings.claim_id
            and later.kind in ('accept', 'correct', 'reject')
            and later.decided > readings.decided
    ) as is_settled
from blind_readings as readings
inner join verdicts on verdicts.verdict_id = readings.verdict_id
where not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
