-- question: What did two reviewers decide on one claim, the second without seeing the first?
-- grain: one blind reading whose other decision was not taken back
with standing as (
    from verdicts as decisions
    select claim_id, reviewer, kind, corrected, reason, decided
    where kind in ('accept', 'correct', 'reject')
        and not exists (from verdicts as undoing where undoing.undoes = decisions.verdict_id)
),
settlements as (
    select
        readings.reading_id,
        arg_max(standing, standing.decided) as last
    from blind_readings as readings
    inner join standing
        on standing.claim_id = readings.claim_id
        and standing.decided > readings.decided
    group by readings.reading_id
)
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
    settlements.last.reviewer as settled_by,
    settlements.last.kind as settled_kind,
    settlements.last.corrected as settled_corrected,
    settlements.last.reason as settled_reason
from blind_readings as readings
inner join verdicts on verdicts.verdict_id = readings.verdict_id
left join settlements on settlements.reading_id = readings.reading_id
where not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
