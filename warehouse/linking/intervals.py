"""Days between which something happened."""

from dataclasses import dataclass
from datetime import date, timedelta

PRECISE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Interval:
    """Days between which something happened.

    Attributes:
        first: First day.
        last: Last day.
        is_stated: Whether the text dates it, rather than the publication.
    """

    first: date
    last: date
    is_stated: bool = True

    @property
    def is_precise(self) -> bool:
        """Whether it tells the day, give or take."""
        return self.last - self.first <= PRECISE

    def gap(self, other: "Interval") -> int:
        """Days between two intervals; 0 where they touch."""
        return max((self.first - other.last).days, (other.first - self.last).days, 0)


def days_label(interval: Interval) -> str:
    """Days as people write them: "28–29 July 2009"."""
    first, last = interval.first, interval.last
    end = f"{last.day} {last:%B %Y}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        is_month = first.day == 1 and (last + timedelta(days=1)).day == 1
        return f"{last:%B %Y}" if is_month else f"{first.day}–{end}"
    if first.year == last.year:
        is_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        return str(first.year) if is_year else f"{first.day} {first:%B} – {end}"
    return f"{first.day} {first:%B %Y} – {end}"
