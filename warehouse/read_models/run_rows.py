"""Runs, their checks and what they refused, as plain rows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RunLine:
    """A run, with what it brought."""

    run_id: str
    command: str
    extractor: str
    started: datetime
    finished: datetime | None
    status: str
    documents: int
    claims: int
    rejections: int


@dataclass(frozen=True, slots=True)
class Totals:
    """How much there is."""

    documents: int
    claims: int
    reviewed: int
    events: int
    speakers: int
    outlets: int
    rejections: int
    unlinked: int


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that was not taken."""

    rejection_id: str
    stage: str
    input: str
    document_id: str | None
    reason: str
    message: str
    excerpt: str
    rejected_at: datetime
    run_id: str


@dataclass(frozen=True, slots=True)
class CheckLine:
    """The outcome of one expectation in one run."""

    run_id: str
    suite: str
    expectation: str
    subject: str
    column_name: str | None
    severity: str
    passed: bool
    checked: int
    failed: int
    failing_ids: tuple[str, ...]
    message: str
    query: str
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class FailingRow:
    """A row that does not meet an expectation."""

    expectation: str
    subject: str
    id: str
    document_id: str | None
    harm: str | None
    quantity_text: str | None
    speaker: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Trend:
    """How the checks of one run went."""

    run_id: str
    checked_at: datetime
    expectations: int
    passed: int
    failing_rows: int
