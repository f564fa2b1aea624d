"""What dates something in a text: the words, and the days that they mean."""

from dataclasses import dataclass

from extractors.events.when.calendar import DateInterval, shift
from schemas.terms import DateBasis

WEEK = 7
_DAYS = 3
"""As many days are those of one event, rather than a week or a month."""
EVENT_DAYS = 31
"""A longer stretch dates a period rather than an event."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Words that date something, and the days that they mean.

    Attributes:
        start: Offset of the first character; null where nothing dates it.
        end: Offset after the last character.
        interval: The days; an open interval where the words do not tell.
        background: Whether the words set the count apart from the document's own event.
        basis: What the days rest on.
    """

    start: int
    end: int
    interval: DateInterval
    background: bool = False
    basis: DateBasis = DateBasis.STATED


def not_after(days: DateInterval, written: DateInterval | None) -> DateInterval:
    """The days up to the writing: none at all where they begin after it, in another time zone."""
    last = written.end if written else None
    if last is None or days.end is None or days.end <= last:
        return days
    if days.start is not None and days.start > last:
        return DateInterval()
    return DateInterval(days.start, last)


def basis_elsewhere(found: Dated) -> DateBasis:
    """What days rest on that another sentence tells."""
    return DateBasis.CONTEXT if found.basis is DateBasis.STATED else found.basis


def is_event_day(dated: Dated) -> bool:
    """Whether days are few enough to be those of an event."""
    days = dated.interval.days
    return days is not None and days <= EVENT_DAYS


def precedes(said: Dated, event: Dated | None) -> bool:
    """Whether something was said before the document's own event, so that it is another."""
    began, last = event.interval.start if event else None, said.interval.end
    return began is not None and last is not None and last < began


def is_old(dated: Dated, written: DateInterval | None) -> bool:
    """Whether days lie more than a month before the writing."""
    last = dated.interval.end
    if written is None or written.start is None or last is None:
        return False
    return last < shift(written.start, -EVENT_DAYS)


def narrows(day: Dated, wide: Dated) -> bool:
    """Whether words tell the days of what others date to a month or so: "last month", "May 3"."""
    is_wide = (wide.interval.days or 0) > WEEK
    return is_wide and (day.interval.days or WEEK) <= _DAYS and wide.interval.holds(day.interval)
