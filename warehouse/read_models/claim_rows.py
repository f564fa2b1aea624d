"""Claims and what was decided on them, as plain rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


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
    named_victims: tuple[Mapping[str, Any], ...] | None
    agent_text: str | None
    agent_start: int | None
    agent_end: int | None
    agent_group: str | None
    agent_side: str | None
    speaker: str | None
    speaker_kind: str
    speaker_role: str | None
    speaker_is_named: bool | None
    speaker_body: str | None
    speaker_aliases: tuple[str, ...] | None
    speaker_country: str | None
    speaker_body_key: str | None
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
    outcome_is_open: bool
    counts_some: bool
    event_when: str | None
    event_date_from: date | None
    event_date_to: date | None
    event_date_basis: str | None
    event_where: str | None
    event_place: tuple[Mapping[str, Any], ...] | None
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
        assignee: Who is to review it.
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
    assignee: str | None


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
        corrected: The claim as it should be, as JSON.
        former: What stood before, in words.
        label: What the event is called.
        date_from: The first day of the event.
        date_to: Its last day.
        place: Where it lies.
        level: How precisely that is known.
        speaker_kind: What sort of speaker the holder is.
        victim_group: A group of victims that is another one.
        into_victim_group: The group that it is.
        grade: How far the event is established.
        assignee: Who is to review it.
        bulk_id: The step in which several claims were decided on together.
        holder_id: A holder that is of another kind, or another one.
        into_holder_id: The holder that it is.
        into_event: What the event that took up another is called.
        holder: What the holder is called.
        into_holder: What the holder that it is is called.
        claim_ids: The claims that were moved, split off or assigned together.
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
    corrected: str | None = None
    former: str | None = None
    label: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    place: str | None = None
    level: str | None = None
    speaker_kind: str | None = None
    victim_group: str | None = None
    into_victim_group: str | None = None
    grade: str | None = None
    assignee: str | None = None
    bulk_id: str | None = None
    holder_id: str | None = None
    into_holder_id: str | None = None
    into_event: str | None = None
    holder: str | None = None
    into_holder: str | None = None
    claim_ids: tuple[str, ...] = ()
