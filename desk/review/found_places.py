"""Places of a gazetteer, as whoever starts the desk lends them to it."""

from collections.abc import Callable, Sequence
from typing import Protocol


class FoundPlace(Protocol):
    """A place of the gazetteer."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def level(self) -> str:
        """Whose coordinates these are."""

    @property
    def country(self) -> str | None:
        """The country that it lies in."""

    @property
    def province(self) -> str | None:
        """The province that it lies in."""

    @property
    def latitude(self) -> float | None:
        """Degrees north."""

    @property
    def longitude(self) -> float | None:
        """Degrees east."""


PlaceFinder = Callable[[str], Sequence[FoundPlace]]
"""Finds all places that a name can mean, the most populous first."""
