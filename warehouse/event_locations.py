"""Where events lie: which are still to be looked up, and what was found.

The gazetteer is no part of the warehouse; who runs the pipeline looks the places up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from schemas import Location
from warehouse.columns import TEXT, table
from warehouse.connect import open_warehouse
from warehouse.sqlfiles import statement

LOCATED = {
    "event_id": TEXT,
    "place": TEXT,
    "name": TEXT,
    "level": TEXT,
    "country": TEXT,
    "province": TEXT,
    "latitude": "double",
    "longitude": "double",
    "learned": "timestamp",
}


@dataclass(frozen=True, slots=True)
class UnlocatedEvent:
    """An event whose place is to be looked up.

    Attributes:
        event_id: The event.
        place: The name of its place.
        context: Texts that name it, which tell which place of that name is meant.
    """

    event_id: str
    place: str
    context: str


@dataclass(frozen=True, slots=True)
class EventLocation:
    """What was found of an event's place.

    Attributes:
        event_id: The event.
        place: The name that was looked up.
        location: Where it lies; null where nothing tells.
    """

    event_id: str
    place: str
    location: Location | None = None


def find_unlocated(database: Path, limit: int = 500) -> list[UnlocatedEvent]:
    """Events whose place was never looked up, or is another one by now."""
    with open_warehouse(database, read_only=True) as connection:
        found = connection.execute(statement("loading/unlocated_events"), [limit]).fetchall()
    return [UnlocatedEvent(*row) for row in found]


def keep_located(database: Path, places: Sequence[EventLocation]) -> None:
    """Keep what was found, in one transaction, in place of what was kept of these events."""
    moment = datetime.now(UTC).replace(tzinfo=None)
    rows = [
        {"event_id": each.event_id, "place": each.place, "learned": moment}
        | (each.location.model_dump(mode="json") if each.location else {})
        for each in places
    ]
    with open_warehouse(database) as connection:
        connection.register("located", table(rows, LOCATED))
        connection.execute("insert or replace into event_places by name select * from located")
