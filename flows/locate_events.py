"""Where events lie: the warehouse knows which are new, the gazetteer knows the places."""

from pathlib import Path

from warehouse.event_locations import EventLocation, UnlocatedEvent, find_unlocated, keep_located


def locate_events(database: Path) -> None:
    """Look up the places of events that were never looked up, some hundreds at a time."""
    while found := find_unlocated(database):
        keep_located(database, [located(event) for event in found])


def located(event: UnlocatedEvent) -> EventLocation:
    """Look up one event's place; one that nothing tells of is kept without coordinates."""
    from extractors.events import locate  # noqa: PLC0415 -- reads the gazetteer

    return EventLocation(event.event_id, event.place, locate(event.place, event.context))
