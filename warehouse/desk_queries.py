"""The queries behind the desk's rows."""

from warehouse.desk_rows import (
    Check,
    Decision,
    DocumentLine,
    DocumentRow,
    EventName,
    EventRow,
    FailingRow,
    MarkedClaim,
    OutletLine,
    Rejected,
    RunLine,
    SpeakerLine,
    Trend,
    Waiting,
)

TOTALS = """
select
    (select count(*) from documents where superseded is null),
    (select count(*) from current_claims),
    (select count(*) from current_claims where standing = 'reviewed'),
    (select count(distinct event_id) from current_claims),
    (select count(distinct holder_id) from current_claims where speaker_id is not null),
    (select count(distinct outlet) from documents where superseded is null),
    (select count(*) from rejections),
    (select count(*) from current_claims where event_id is null)
"""

COMPARISONS = """
select
    event_id, event, place, date_from, date_to, harm, victim_group, class, reason, parting,
    positions, low, high, documents, outlets, originators, sources, first_seen, last_seen, "rank",
    policy
from discrepancies
"""

EVENTS = """
select
    events.event_id, events.label, events.place, events.date_from, events.date_to,
    told.claims, told.documents,
    coalesce(compared.comparisons, 0) as comparisons,
    coalesce(compared.conflicts, 0) as conflicts,
    told.learned
from events
inner join (
    select
        event_id, count(*) as claims, count(distinct document_id) as documents,
        max(learned) as learned
    from current_claims
    group by event_id
) as told on told.event_id = events.event_id
left join (
    select
        event_id,
        count(*) filter (figures > 1) as comparisons,
        count(*) filter (class in ('conflict', 'who_died')) as conflicts
    from discrepancies
    group by event_id
) as compared on compared.event_id = events.event_id
"""

DOCUMENTS = """
select
    documents.document_id, documents.text, documents.title, documents.byline, documents.agency,
    documents.outlet, documents.published, documents.published_precision, documents.url,
    pages.address, documents.version, documents.learned
from documents
left join pages on pages.page_id = documents.page_id
where documents.superseded is null
"""

DOCUMENT_LINES = """
select
    documents.document_id, documents.title, documents.outlet, documents.agency,
    documents.published,
    coalesce(told.claims, 0) as claims,
    coalesce(told.attributed, 0) as attributed,
    coalesce(refused.rejections, 0) as rejections
from documents
left join (
    select document_id, count(*) as claims, count(speaker_id) as attributed
    from current_claims
    group by document_id
) as told on told.document_id = documents.document_id
left join (
    select document_id, count(*) as rejections
    from rejections
    group by document_id
) as refused on refused.document_id = documents.document_id
where documents.superseded is null
"""

SPEAKERS = """
select
    claims.holder_id as speaker_id,
    min(claims.holder) as name,
    min(claims.speaker_kind) as kind,
    min(claims.speaker_role) as role,
    bool_or(claims.is_named) as is_named,
    count(*) as claims,
    count(distinct claims.event_id) as events,
    count(*) filter (claims.stance = 'denies') as denials,
    coalesce(any_value(record.figures), 0) as compared,
    coalesce(any_value(record.times_lowest), 0) as lowest,
    coalesce(any_value(record.times_highest), 0) as highest
from current_claims as claims
left join speaker_record as record on record.holder_id = claims.holder_id
where claims.speaker_id is not null
group by claims.holder_id
"""

OUTLETS = """
select
    documents.outlet,
    count(distinct documents.document_id) as documents,
    count(claims.claim_id) as claims,
    count(claims.speaker_id) as attributed
from documents
left join current_claims as claims on claims.document_id = documents.document_id
where documents.superseded is null and documents.outlet is not null
group by documents.outlet
"""

RUNS = """
select
    runs.run_id, runs.command, runs.extractor, runs.started, runs.finished, runs.status,
    coalesce(read.documents, 0) as documents,
    coalesce(told.claims, 0) as claims,
    coalesce(refused.rejections, 0) as rejections
from runs
left join (select run_id, count(*) as documents from documents group by run_id) as read
    on read.run_id = runs.run_id
left join (select run_id, count(*) as claims from claims group by run_id) as told
    on told.run_id = runs.run_id
left join (select run_id, count(*) as rejections from rejections group by run_id) as refused
    on refused.run_id = runs.run_id
"""

WAITING = """
select
    claims.claim_id, claims.document_id, claims.event_id, events.label as event, claims.harm,
    claims.figure, claims.victim_group, claims.speaker, claims.stance, claims.evidence_text,
    claims.confidence, claims.learned,
    compared.event_id is not null as is_conflict,
    failing.claim_id is not null as is_failed,
    claims.confidence < 0.8 as is_doubtful,
    claims.standing, claims.decided, claims.reviewer
from marked_claims as claims
left join events on events.event_id = claims.event_id
left join (
    select event_id, harm, victim_group from discrepancies where class in ('conflict', 'who_died')
)
    as compared
    on compared.event_id = claims.event_id
    and compared.harm = claims.harm
    and compared.victim_group is not distinct from claims.victim_group
left join (
    select distinct unnest(failing_ids) as claim_id
    from quality_results
    where not passed
        and run_id = (select arg_max(run_id, checked_at) from quality_results)
) as failing on failing.claim_id = claims.claim_id
"""

DECISIONS = """
select
    verdicts.verdict_id, verdicts.kind, verdicts.reviewer, verdicts.decided, verdicts.claim_id,
    verdicts.document_id,
    verdicts.event_id, verdicts.into_event_id, verdicts.fields, verdicts.reason, verdicts.note,
    exists(from verdicts as undoing where undoing.undoes = verdicts.verdict_id) as is_undone
from verdicts
"""

EVENT_NAMES = """
from events
where merged_into is null
    and event_id in (select event_id from event_claims where superseded is null)
"""

QUERIES: dict[type, str] = {
    Check: "from quality_results",
    Decision: DECISIONS,
    DocumentLine: DOCUMENT_LINES,
    DocumentRow: DOCUMENTS,
    EventName: EVENT_NAMES,
    EventRow: EVENTS,
    FailingRow: "from failing_rows",
    MarkedClaim: "from marked_claims",
    OutletLine: OUTLETS,
    Rejected: "from rejections",
    RunLine: RUNS,
    SpeakerLine: SPEAKERS,
    Trend: "from quality_trend",
    Waiting: WAITING,
}
