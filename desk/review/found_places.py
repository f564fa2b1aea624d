"""The gazetteer, as whoever starts the desk lends it."""

from collections.abc import Callable, Sequence

from schemas import Location

PlaceFinder = Callable[[str], Sequence[Location]]
"""Finds all places that a name can mean, the most populous first."""
