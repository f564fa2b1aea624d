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
class EventSearch:
    """What events are to be near to, and what their words hold.

    Attributes:
        event_id: The event that is asked about, which is not among the answers.
        place: Where.
        date_from: The first day.
        date_to: The last day.
        wording: Words of what happened.
        typed: Words that the answers hold, each of them.
        most: How many are wanted.
    """

    event_id: str | None
    place: str | None
    date_from: date | None
    date_to: date | None
    wording: str
    typed: tuple[str, ...] = ()
    most: int = 12


@dataclass(frozen=True, slots=True)
class NearEvent:
    """An event to choose from.

    Attributes:
        event_id: The event.
        label: Its name.
        place: Where it happened.
        claims: How many claims it has.
        is_same_place: Whether its place has the name that was asked for.
        kilometres: How far away it is; null where nothing tells.
        days: How many days lie between; null where one of them is undated.
    """

    event_id: str
    label: str
    place: str | None
    claims: int
    is_same_place: bool
    kilometres: int | None
    days: int | None


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two events that can be one.

    Attributes:
        event_id: The one of which more is told.
        other_id: The other.
        is_same_place: Whether their places have one name.
        kilometres: How far apart they lie; null where nothing tells.
        days: How many days lie between them.
        claims: How many claims both have.
    """

    event_id: str
    other_id: str
    is_same_place: bool
    kilometres: int | None
    days: int
    claims: int


@dataclass(frozen=True, slots=True)
class LocatedEvent:
    """Where an event lies; see the view `event_locations`."""

    event_id: str
    place: str
    level: str
    country: str | None
    province: str | None
    latitude: float
    longitude: float
    reviewer: str | None


@dataclass(frozen=True, slots=True)
class Graded:
    """How far an event is established.

    Attributes:
        event_id: The event.
        grade: confirmed, fair, weak, contested or discounted.
        note: What it rests on.
        reviewer: Who says so.
        decided: When.
    """

    event_id: str
    grade: str
    note: str
    reviewer: str
    decided: datetime


@dataclass(frozen=True, slots=True)
class AssignedReview:
    """Who is to review an event or a claim; see the view `assigned_reviews`."""

    event_id: str | None
    claim_id: str | None
    assignee: str
    reviewer: str
    decided: datetime


@dataclass(frozen=True, slots=True)
class Blame:
    """Somebody whom a speaker blames for an event; see the view `blames`."""

    event_id: str
    holder_id: str
    holder: str
    speaker_kind: str
    agent: str
    harms: tuple[str, ...]
    documents: int
    originators: int
