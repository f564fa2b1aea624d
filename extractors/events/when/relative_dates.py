"""What dates say that count from the writing, or from a date told before."""

from datetime import date

from extractors.events.when import calendar
from extractors.events.when.calendar import DateInterval
from extractors.events.when.clock import Clock, Match
from extractors.events.when.timex_words import count_of, value_of
from extractors.languages.date_words import date_words

_FRESH = 2
"""Days into a week on which "this week" is said of the seven days before, too."""
_SOME = 7
"""How many days or weeks "days before" can mean at most."""
_OF_DAYS = ("the-week", "the-weekend")
"""Periods that are told apart only by the day of writing."""


def read_weekday(match: Match, clock: Clock) -> DateInterval | None:
    """Such as "Friday", "last Friday", "Friday to Sunday"."""
    first, last = value_of("weekday", match["weekday"]), match["weekday_to"]
    if first is None or clock.now is None:
        return _shifted(clock.written, -6, 0)
    before = (match["which"] or "").casefold() in date_words("last")
    start = calendar.last_weekday(clock.now, first.value, before=before)
    until = value_of("weekday", last) if last else None
    if until is None:
        return calendar.one_day(start)
    end = calendar.last_weekday(clock.now, until.value)
    return DateInterval(calendar.last_weekday(end, first.value), end)


def read_phrase(match: Match, clock: Clock) -> DateInterval | None:
    """Such as "yesterday", "overnight"."""
    word = value_of("phrase", match["phrase"])
    return _shifted(clock.written, word.value, word.value_to) if word else None


def _shifted(written: DateInterval | None, first: int, last: int) -> DateInterval | None:
    """The days from `first` to `last` after the writing, however roughly that is known."""
    if written is None or written.start is None or written.end is None:
        return None
    return DateInterval(calendar.shift(written.start, first), calendar.shift(written.end, last))


def read_stretch(match: Match, clock: Clock) -> DateInterval | None:
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
    return DateInterval(start, min(whole.end or now, now))


def _month_back(now: date, back: int) -> tuple[int, int]:
    moved = calendar.shift_months(now, -back)
    return moved.year, moved.month


def _weekend(now: date, back: int) -> DateInterval:
    sunday = calendar.last_weekday(now, 6, before=back > 0)
    return DateInterval(calendar.shift(sunday, -1), sunday)


def read_span(match: Match, clock: Clock) -> DateInterval | None:
    """Such as "over the past 12 months", "the last three days", "the past week"."""
    now, number = clock.about_now, count_of(match["number"] or "a")
    if now is None:
        return None
    return DateInterval(_back(now, number, match["unit"]) if number else None, now)


def _back(day: date, number: int, unit: str) -> date:
    word = value_of("unit", unit)
    days = word.value if word else 1
    if days >= 365:
        return calendar.shift_months(day, -12 * number * (days // 365))
    return (
        calendar.shift_months(day, -number) if days == 30 else calendar.shift(day, -number * days)
    )


def read_ago(match: Match, clock: Clock) -> DateInterval | None:
    """Such as "two years ago"."""
    now, number, word = clock.about_now, count_of(match["number"]), value_of("unit", match["unit"])
    if now is None or number is None or word is None:
        return None
    return _around(_back(now, number, match["unit"]), word.value)


def _around(day: date, days: int) -> DateInterval:
    """A count of weeks, months or years is as exact as half its unit."""
    slack = days // 2 if days > 1 else 0
    return DateInterval(calendar.shift(day, -slack), calendar.shift(day, slack))


def read_relative(match: Match, clock: Clock) -> DateInterval | None:
    """Such as "two days earlier", "three weeks later", "days before"."""
    base, number = clock.reference, count_of(match["number"] or "a")
    word = value_of("unit", match["unit"])
    if base is None or base.start is None or word is None:
        return None
    if match["number"] is None:
        first = _back(base.start, _SOME, match["unit"])
        return DateInterval(first, calendar.shift(base.start, -1))
    if number is None:
        return None
    earlier = match["direction"].casefold() in date_words("earlier")
    return _around(_back(base.start, number if earlier else -number, match["unit"]), word.value)


def read_adjacent(match: Match, clock: Clock) -> DateInterval | None:
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


def read_so_far(match: Match, clock: Clock) -> DateInterval | None:
    """Such as "so far this year"."""
    now = clock.about_now
    if now is None:
        return None
    period = value_of("period", match["unit"])
    start = date(now.year, now.month if period and period.id == "the-month" else 1, 1)
    return DateInterval(start, now)
