"""Figures side by side, as plain rows."""

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
class RowDetail:
    """What a card tells of a comparison beside its figures.

    Attributes:
        event_id: The event.
        harm: What was done to those who are counted.
        victim_group: Who is counted.
        claims: How many claims there are.
        checked: How many of them a reviewer has decided on.
        confidence: How surely the less sure of the two that part is read.
        apart_since: When the later of the two became known.
        country: Where the event lies.
        titles: Titles of the event's documents.
    """

    event_id: str
    harm: str
    victim_group: str
    claims: int
    checked: int
    confidence: float | None
    apart_since: datetime | None
    country: str | None
    titles: str | None
