"""What the desk reads, as plain rows."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds, or denies, a figure."""

    holder_id: str
    holder: str
    kind: str
    role: str | None
    first_seen: datetime | None
    last_seen: datetime | None = None
    is_latest: bool = True
    is_withdrawn: bool = False
    addends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a discrepancy, with all who hold it and all who deny it."""

    figure: str
    said: str
    low: int | None
    high: int | None
    victims: str | None
    holders: tuple[Holder, ...]
    denied_by: tuple[Holder, ...]
    documents: int
    outlets: int
    originators: int
    first_seen: datetime | None
    last_seen: datetime | None
    is_reviewed: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that part."""

    figure: str | None
    victims: str
    holder_id: str | None
    holder: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures on one event, harm and victim group, side by side."""

    event_id: str
    event: str
    place: str | None
    date_from: date | None
    date_to: date | None
    harm: str
    victim_group: str | None
    kind: str
    reason: str | None
    parting: tuple[Side, ...]
    lines: tuple[Line, ...]
    low: int | None
    high: int | None
    documents: int
    outlets: int
    originators: int
    sources: int
    first_seen: datetime | None
    last_seen: datetime | None
    rank: float
    policy: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event."""

    event_id: str
    label: str
    place: str | None
    date_from: date | None
    date_to: date | None
    claims: int
    documents: int
    comparisons: int
    conflicts: int
    learned: datetime


@dataclass(frozen=True, slots=True)
class EventName:
    """An event to choose from."""

    event_id: str
    label: str


@dataclass(frozen=True, slots=True)
class MarkedClaim:
    """A claim with the places of its words; see the view of the same name."""

    claim_id: str
    document_id: str
    event_id: str | None
    holder_id: str | None
    holder: str | None
    harm: str
    figure: str
    low: int | None
    high: int | None
    quantity_text: str
    quantity_start: int
    quantity_end: int
    value: int | None
    value_to: int | None
    modifier: str
    basis: str
    vague: str | None
    victims_text: str | None
    victims_start: int | None
    victims_end: int | None
    victim_group: str | None
    victim_attributes: tuple[str, ...]
    speaker: str | None
    speaker_kind: str
    speaker_role: str | None
    speaker_is_named: bool | None
    speaker_body: str | None
    speaker_aliases: tuple[str, ...] | None
    speaker_country: str | None
    source_text: str | None
    source_start: int | None
    source_end: int | None
    cue_text: str | None
    cue_start: int | None
    cue_end: int | None
    stance: str
    is_withdrawn: bool
    hedge: str | None
    hops: tuple[str, ...]
    quotation: str
    evidence_text: str
    evidence_start: int
    evidence_end: int
    scope: str
    part_of: str | None
    repeats: str | None
    adds_to: str | None
    event_when: str | None
    event_date_from: date | None
    event_date_to: date | None
    event_where: str | None
    confidence: float
    rule: str
    extractor: str
    learned: datetime
    title: str | None
    outlet: str | None
    published: datetime | None
    url: str | None
    standing: str
    origin: str
    verdict_id: str | None
    decision: str | None
    reviewer: str | None
    decided: datetime | None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document with its text."""

    document_id: str
    text: str
    title: str | None
    byline: str | None
    agency: str | None
    outlet: str | None
    published: datetime | None
    published_precision: str | None
    url: str | None
    address: str | None
    version: int
    learned: datetime


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in a list."""

    document_id: str
    title: str | None
    outlet: str | None
    agency: str | None
    published: datetime | None
    claims: int
    attributed: int
    rejections: int


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """A speaker in a list.

    Attributes:
        speaker_id: The holder for whom they speak.
        name: The name, or the description.
        kind: What sort of speaker it is.
        role: What they are.
        is_named: Whether it is a name.
        claims: How many claims they have.
        events: Of how many events.
        denials: How many of the claims deny a figure.
        compared: On how many figures others spoke, too.
        lowest: How often they were the lowest of them.
        highest: How often they were the highest.
    """

    speaker_id: str
    name: str
    kind: str
    role: str | None
    is_named: bool
    claims: int
    events: int
    denials: int
    compared: int
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class OutletLine:
    """An outlet in a list."""

    outlet: str
    documents: int
    claims: int
    attributed: int


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
class Check:
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
class Waiting:
    """A claim in the queue, with what makes it urgent.

    Attributes:
        claim_id: The claim.
        document_id: Its document.
        event_id: Its event.
        event: The event's name.
        harm: The harm.
        figure: The figure.
        victim_group: To whom.
        speaker: Who says it.
        stance: Whether they assert or deny it.
        evidence_text: The sentence.
        confidence: How sure the extractor is.
        learned: When it became known.
        is_conflict: Whether figures beside it exclude one another.
        is_failed: Whether a check of the last checked run names it.
        is_doubtful: Whether the extractor is less sure than usual.
        standing: machine, reviewed or rejected.
        decided: When somebody decided on it.
        reviewer: Who did.
    """

    claim_id: str
    document_id: str
    event_id: str | None
    event: str | None
    harm: str
    figure: str
    victim_group: str | None
    speaker: str | None
    stance: str
    evidence_text: str
    confidence: float
    learned: datetime
    is_conflict: bool
    is_failed: bool
    is_doubtful: bool
    standing: str
    decided: datetime | None
    reviewer: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict as it was recorded.

    Attributes:
        verdict_id: Its name.
        kind: What was decided.
        reviewer: Who decided.
        decided: When (UTC).
        claim_id: The claim.
        document_id: Its document.
        event_id: The event.
        into_event_id: The event that took up another.
        fields: The fields that were corrected.
        reason: Why a claim was rejected.
        note: Free words.
        is_undone: Whether it was taken back.
    """

    verdict_id: str
    kind: str
    reviewer: str
    decided: datetime
    claim_id: str | None
    document_id: str | None
    event_id: str | None
    into_event_id: str | None
    fields: tuple[str, ...]
    reason: str | None
    note: str | None
    is_undone: bool
