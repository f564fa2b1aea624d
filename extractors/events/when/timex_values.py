"""What each shape of a date says, given when the text was written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import regex

from extractors.events.when import calendar
from extractors.events.when.calendar import Interval
from extractors.events.when.timex_words import count_of, date_words, value_of


@dataclass(frozen=True, slots=True)
class Clock:
    """What a date is relative to.

    Attributes:
        written: The days on which the text can have been written; null where that is not known.
        reference: What the text has dated last: "two days earlier" counts from there.
    """

    written: Interval | None = None
    reference: Interval | None = None

    @property
    def now(self) -> date | None:
        """The last day on which the text can have been written, if it is known to a few days."""
        if self.written is None or (self.written.days or 99) > 3:
            return None
        return self.written.end

    @property
    def about_now(self) -> date | None:
        """The last day on which the text can have been written, however roughly known."""
        return self.written.end if self.written else None


_FRESH = 2
"""Days into a week on which "this week" is said of the seven days before, too."""
_OF_DAYS = ("the-week", "the-weekend")
"""Periods that are told apart only by the day of writing."""
_PIVOT = 2029
"""Last year that two digits mean in a text that nothing dates."""
_NEAR_WRITING = 14
"""Days between a text's writing and the reading of an ambiguous date that is meant."""

Match = regex.Match[str]
Reader = Callable[[Match, Clock], Interval | None]


def _read_iso(match: Match, _: Clock) -> Interval | None:
    day = calendar.safe_date(*(int(match[part]) for part in ("year", "mm", "dd")))
    return calendar.one_day(day) if day else None


def _read_numeric(match: Match, clock: Clock) -> Interval | None:
    """Such as "28.7.2009", the day first, or "4/3/2021", where only the day of writing tells."""
    year, one, two = (int(match[part]) for part in ("year", "one", "two"))
    readings = (calendar.safe_date(year, two, one), calendar.safe_date(year, one, two))
    days = sorted({day for day in readings if day})
    if match["sign"] != "/" and readings[0]:
        return calendar.one_day(readings[0])
    if len(days) < 2:
        return calendar.one_day(days[0]) if days else None
    now = clock.about_now
    near = [day for day in days if now and abs((now - day).days) <= _NEAR_WRITING]
    return calendar.one_day(near[0]) if len(near) == 1 else None


def _read_day(match: Match, clock: Clock) -> Interval | None:
    """Such as "28 July 2009", "July 28-29", "30 December to 2 January 2014"."""
    year, from_year = _year(match["year"], clock), _year(match["from_year"], clock)
    first = _day(match["month"], match["day"], from_year or year, clock)
    last = _day(match["month_to"] or match["month"], match["day_to"], year, clock)
    if first and last and last < first and from_year is None:
        first = calendar.safe_date(last.year - (first.month > last.month), first.month, first.day)
    if first is None:
        return None
    return Interval(first, last) if last and first <= last else calendar.one_day(first)


def _day(month: str | None, day: str | None, year: int | None, clock: Clock) -> date | None:
    word = value_of("month", month or "")
    if word is None or day is None:
        return None
    if year is not None:
        return calendar.safe_date(year, word.value, int(day))
    now = clock.about_now
    return calendar.last_day_of_year(now, word.value, int(day)) if now else None


def _year(text: str | None, clock: Clock) -> int | None:
    """A year; two digits are of the last century that had come to it when the text was written."""
    if not text:
        return None
    digits = text.strip("' ")
    if len(digits) == 4:
        return int(digits)
    now = clock.about_now.year if clock.about_now else _PIVOT
    return now - (now - int(digits)) % 100


def _read_month(match: Match, clock: Clock) -> Interval | None:
    word = value_of("month", match["month"])
    if word is None:
        return None
    year, now = _year(match["year"], clock), clock.about_now
    if year is not None:
        whole = calendar.month_of(year, word.value)
    elif now is not None:
        whole = calendar.last_month(now, word.value)
    else:
        return None
    return _part_of(whole, match["stretch"])


def _part_of(whole: Interval, stretch: str | None) -> Interval:
    word = value_of("stretch", stretch) if stretch else None
    return calendar.third_of(whole, word.value) if word else whole


def _read_years(match: Match, _: Clock) -> Interval | None:
    first, last = int(match["year"]), match["year_to"]
    if last and len(last) == 2:
        last = match["year"][:2] + last
    if last and int(last) < first:
        return None
    return _part_of(calendar.year_of(first, int(last) if last else None), match["stretch"])


def _read_decade(match: Match, _: Clock) -> Interval | None:
    digits = match["decade"]
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return _part_of(calendar.year_of(first, first + 9), match["stretch"])


def _read_season(match: Match, clock: Clock) -> Interval | None:
    word, now = value_of("season", match["season"]), clock.about_now
    if word is None:
        return None
    if match["year"]:
        year = int(match["year"])
    elif now:
        year = now.year if word.value <= now.month else now.year - 1
        if match["which"].casefold() not in date_words("current") and calendar.season_of(
            year, word.value
        ).holds(calendar.one_day(now)):
            year -= 1
    else:
        return None
    return _part_of(calendar.season_of(year, word.value), match["stretch"])


def _read_weekday(match: Match, clock: Clock) -> Interval | None:
    first, last = value_of("weekday", match["weekday"]), match["weekday_to"]
    if first is None or clock.now is None:
        return _shifted(clock.written, -6, 0)
    before = (match["which"] or "").casefold() in date_words("last")
    start = calendar.last_weekday(clock.now, first.value, before=before)
    until = value_of("weekday", last) if last else None
    if until is None:
        return calendar.one_day(start)
    end = calendar.last_weekday(clock.now, until.value)
    return Interval(calendar.last_weekday(end, first.value), end)


def _read_phrase(match: Match, clock: Clock) -> Interval | None:
    word = value_of("phrase", match["phrase"])
    return _shifted(clock.written, word.value, word.value_to) if word else None


def _shifted(written: Interval | None, first: int, last: int) -> Interval | None:
    """The days from `first` to `last` after the writing, however roughly that is known."""
    if written is None or written.start is None or written.end is None:
        return None
    return Interval(calendar.shift(written.start, first), calendar.shift(written.end, last))


def _read_stretch(match: Match, clock: Clock) -> Interval | None:
    """Such as "last week", "earlier this month"."""
    period, now = value_of("period", match["unit"]), clock.about_now
    if period is None or now is None or (clock.now is None and period.id in _OF_DAYS):
        return None
    back = 0 if match["which"].casefold() in date_words("current") else 1
    whole = {
        "the-week": lambda: calendar.week_of(now, -back),
        "the-weekend": lambda: _weekend(now, back),
        "the-month": lambda: calendar.month_of(*_month_back(now, back)),
        "the-year": lambda: calendar.year_of(now.year - back),
    }[period.id]()
    start = whole.start
    if period.id == "the-week" and back == 0 and start and (now - start).days < _FRESH:
        start = calendar.shift(start, -7)
    return Interval(start, min(whole.end or now, now))


def _month_back(now: date, back: int) -> tuple[int, int]:
    moved = calendar.shift_months(now, -back)
    return moved.year, moved.month


def _weekend(now: date, back: int) -> Interval:
    sunday = calendar.last_weekday(now, 6, before=back > 0)
    return Interval(calendar.shift(sunday, -1), sunday)


def _read_span(match: Match, clock: Clock) -> Interval | None:
    """Such as "over the past 12 months", "the last three days", "the past week"."""
    now, number = clock.about_now, count_of(match["number"] or "a")
    if now is None:
        return None
    return Interval(_back(now, number, match["unit"]) if number else None, now)


def _back(day: date, number: int, unit: str) -> date:
    word = value_of("unit", unit)
    days = word.value if word else 1
    if days >= 365:
        return calendar.shift_months(day, -12 * number * (days // 365))
    return (
        calendar.shift_months(day, -number) if days == 30 else calendar.shift(day, -number * days)
    )


def _read_ago(match: Match, clock: Clock) -> Interval | None:
    now, number, word = clock.about_now, count_of(match["number"]), value_of("unit", match["unit"])
    if now is None or number is None or word is None:
        return None
    return _around(_back(now, number, match["unit"]), word.value)


def _around(day: date, days: int) -> Interval:
    """A count of weeks, months or years is as exact as half its unit."""
    slack = days // 2 if days > 1 else 0
    return Interval(calendar.shift(day, -slack), calendar.shift(day, slack))


def _read_relative(match: Match, clock: Clock) -> Interval | None:
    """Such as "two days earlier", "three weeks later"."""
    base, number = clock.reference, count_of(match["number"])
    word = value_of("unit", match["unit"])
    if base is None or base.start is None or number is None or word is None:
        return None
    earlier = match["direction"].casefold() in date_words("earlier")
    return _around(_back(base.start, number if earlier else -number, match["unit"]), word.value)


def _read_adjacent(match: Match, clock: Clock) -> Interval | None:
    """Such as "the day before", "the following night", "that same day"."""
    base = clock.reference
    if base is None or base.start is None or base.end is None or (base.days or 99) > 7:
        return None
    which = match["which"].casefold()
    if which in date_words("day_before"):
        return calendar.one_day(calendar.shift(base.start, -1))
    if which in date_words("day_after"):
        return calendar.one_day(calendar.shift(base.end, 1))
    return base


def _read_so_far(match: Match, clock: Clock) -> Interval | None:
    now = clock.about_now
    if now is None:
        return None
    period = value_of("period", match["unit"])
    start = date(now.year, now.month if period and period.id == "the-month" else 1, 1)
    return Interval(start, now)


def _read_open(_: Match, __: Clock) -> Interval | None:
    return Interval()


READERS: dict[str, Reader] = {
    "iso": _read_iso,
    "numeric": _read_numeric,
    "day_month": _read_day,
    "month_day": _read_day,
    "monthly": _read_month,
    "decennial": _read_decade,
    "seasonal": _read_season,
    "so_far": _read_so_far,
    "span": _read_span,
    "ago": _read_ago,
    "relative": _read_relative,
    "adjacent": _read_adjacent,
    "weekly": _read_stretch,
    "daily": _read_weekday,
    "phrasal": _read_phrase,
    "vague": _read_open,
    "years": _read_years,
}
"""A reader for each named shape of the pattern."""

RELATIVE_SHAPES = frozenset({"relative", "adjacent"})
"""Shapes that count from another date in the text."""

OPEN_SHAPES = frozenset({"vague"})
"""Shapes that name no days."""


def read_shape(match: Match, clock: Clock) -> Interval | None:
    """Read a match of the pattern; null where the clock does not tell enough."""
    return READERS[shape_of(match)](match, clock)


def shape_of(match: Match) -> str:
    """The name of the shape that matched."""
    return next(name for name in READERS if match[name] is not None)
