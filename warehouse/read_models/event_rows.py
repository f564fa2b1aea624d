"""Events, as plain rows."""

from dataclasses import dataclass
from datetime import date, datetime


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
