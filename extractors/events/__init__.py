"""When and where a harm was done, as its document tells it."""

from extractors.events.event_reader import EventReader
from extractors.events.when.read_days import read_days
from extractors.events.where.locate import find_places, locate

__all__ = ["EventReader", "find_places", "locate", "read_days"]
