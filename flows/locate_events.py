"""Where events lie: the warehouse knows which are new, the gazetteer knows the places."""

from pathlib import Path

from schemas import Location, LocationLevel
from warehouse.event_locations import EventLocation, UnlocatedEvent, find_unlocated, keep_located

MOST_PLACES = 100
"""Of one name; more would be looked through in vain."""


def locate_events(database: Path) -> None:
    """Look up the places of events that were never looked up, some hundreds at a time."""
    while found := find_unlocated(database):
        keep_located(database, [located(event) for event in found])


def located(event: UnlocatedEvent) -> EventLocation:
    """Look up one event's place; one that nothing tells of is kept without coordinates."""
    from extractors.events import find_places, locate  # noqa: PLC0415 -- reads the gazetteer

    found = locate(event.place, event.context)
    if found and found.level is LocationLevel.PLACE:
        known = find_places(event.place, MOST_PLACES)
        found = found if any(is_at(found, place) for place in known) else around(found)
    return EventLocation(event.event_id, event.place, found)


def is_at(location: Location, place: Location) -> bool:
    """Whether a location has the coordinates of a place that bears the event's own name."""
    return (location.latitude, location.longitude) == (place.latitude, place.longitude)


def around(location: Location) -> Location:
    """A location with the coordinates of a town near it: no more is known than its province."""
    level = LocationLevel.PROVINCE if location.province else LocationLevel.COUNTRY
    return location.model_copy(update={"level": level})
