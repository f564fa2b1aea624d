"""When and where a harm was done, as its document tells it."""

from extractors.events.reading import EventReader
from extractors.events.where.locating import Level, Located, locate

__all__ = ["EventReader", "Level", "Located", "locate"]
