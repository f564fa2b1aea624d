"""What each shape of a date says, given when the text was written."""

from collections.abc import Callable

from extractors.events.when.calendar import DateInterval
from extractors.events.when.calendar_dates import (
    read_day,
    read_decade,
    read_iso,
    read_month,
    read_numeric,
    read_season,
    read_years,
)
from extractors.events.when.clock import Clock, Match
from extractors.events.when.relative_dates import (
    read_adjacent,
    read_ago,
    read_phrase,
    read_relative,
    read_so_far,
    read_span,
    read_stretch,
    read_weekday,
)

Reader = Callable[[Match, Clock], DateInterval | None]


def _read_open(_: Match, __: Clock) -> DateInterval | None:
    return DateInterval()


READERS: dict[str, Reader] = {
    "iso": read_iso,
    "numeric": read_numeric,
    "day_month": read_day,
    "month_day": read_day,
    "monthly": read_month,
    "decennial": read_decade,
    "seasonal": read_season,
    "so_far": read_so_far,
    "span": read_span,
    "ago": read_ago,
    "relative": read_relative,
    "adjacent": read_adjacent,
    "weekly": read_stretch,
    "daily": read_weekday,
    "phrasal": read_phrase,
    "vague": _read_open,
    "years": read_years,
}
"""A reader for each named shape of the pattern."""
RELATIVE_SHAPES = frozenset({"relative", "adjacent"})
"""Shapes that count from another date in the text."""
AGO_SHAPES = frozenset({"ago"})
"""Shapes that count from the writing, and are as vague as their unit."""
OPEN_SHAPES = frozenset({"vague"})
"""Shapes that name no days."""


def read_shape(match: Match, clock: Clock) -> DateInterval | None:
    """Read a match of the pattern; null where the clock does not tell enough."""
    return READERS[shape_of(match)](match, clock)


def shape_of(match: Match) -> str:
    """The name of the shape that matched."""
    return next(name for name in READERS if match[name] is not None)
