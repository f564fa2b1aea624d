"""What reads words as the extraction does, as whoever starts the desk lends it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from schemas import Document, Location, Quantity

QuantityReader = Callable[[str], Quantity | None]
"""Reads words as a figure, by the number grammar of the extraction."""
DaysReader = Callable[[Document, int, int], tuple[date | None, date | None]]
"""Reads a stretch of a document as the first and the last day that it means."""
PlaceFinder = Callable[[str], Sequence[Location]]
"""Finds all places that a name can mean, the most populous first."""


@dataclass(frozen=True)
class TextReaders:
    """What the desk reads words with.

    Attributes:
        quantity: Reads the words of a figure.
        days: Reads the words of a day.
        places: Finds the places of a name.
    """

    quantity: QuantityReader
    days: DaysReader
    places: PlaceFinder
