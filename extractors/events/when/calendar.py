"""Stretches of days, and the arithmetic of the calendar."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
SLACK = timedelta(days=1)
"""A text may name the day after its own date: the date line was written in another time zone."""


@dataclass(frozen=True, slots=True)
class DateInterval:
    """The days between which something happened; a null end is not known.

    Attributes:
        start: First day it can have been.
        end: Last day it can have been.
    """

    start: date | None = None
    end: date | None = None

    @property
    def days(self) -> int | None:
        """How many days it covers; null where an end is open."""
        return (self.end - self.start).days + 1 if self.start and self.end else None

    def holds(self, other: "DateInterval") -> bool:
        """Whether another interval lies within this one."""
        if not (self.start and self.end and other.start and other.end):
            return False
        return self.start <= other.start and other.end <= self.end


def one_day(day: date) -> DateInterval:
    """A single day."""
    return DateInterval(day, day)


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, or null where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, days: int) -> date:
    """Move by days, stopping at the ends of the calendar."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def shift_months(day: date, months: int) -> date:
    """Move by months; the last day of a shorter month stands for a day it lacks."""
    index = day.year * 12 + day.month - 1 + months
    year, month = min(max(index // 12, date.min.year), date.max.year), index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def month_of(year: int, month: int) -> DateInterval:
    """A whole month."""
    return DateInterval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_of(year: int, last: int | None = None) -> DateInterval:
    """A whole year, or the years to `last`."""
    return DateInterval(date(year, 1, 1), date(last or year, 12, 31))


def season_of(year: int, first_month: int) -> DateInterval:
    """Three months of the northern year; a winter runs into the next year."""
    start = date(year, first_month, 1)
    return DateInterval(start, shift_months(start, 3) - ONE_DAY)


def week_of(day: date, weeks: int = 0) -> DateInterval:
    """The week of a day, Monday to Sunday, or one that lies weeks from it."""
    monday = shift(day, -day.weekday() + 7 * weeks)
    return DateInterval(monday, shift(monday, 6))


def third_of(whole: DateInterval, which: int) -> DateInterval:
    """The first, middle or last third of a stretch, as "early", "mid" and "late" mean it.

    The thirds are generous at their inner ends: "early" and "late" reach to the half.
    """
    if not (whole.start and whole.end) or whole.days is None:
        return whole
    third, half = whole.days // 3, whole.days // 2
    if which == 1:
        return DateInterval(whole.start, shift(whole.start, half))
    if which == 3:
        return DateInterval(shift(whole.end, -half), whole.end)
    return DateInterval(shift(whole.start, third // 2), shift(whole.end, -(third // 2)))


def last_weekday(day: date, weekday: int, *, before: bool = False) -> date:
    """The last such weekday on or before a day, or strictly before it."""
    back = (day.weekday() - weekday) % 7
    return shift(day, -(back or 7) if before else -back)


def last_day_of_year(day: date, month: int, number: int) -> date | None:
    """The last "July 28" on or before a day."""
    for year in (day.year, day.year - 1):
        found = safe_date(year, month, number)
        if found and found <= day + SLACK:
            return found
    return None


def last_month(day: date, month: int) -> DateInterval:
    """The last "July" that had begun by a day."""
    return month_of(day.year if month <= day.month else day.year - 1, month)
