"""Time expressions in a stretch of text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import regex

from extractors.document.text import time_limit
from extractors.events.when.calendar import DateInterval
from extractors.events.when.clock import Clock
from extractors.events.when.timex_pattern import date_pattern, trigger_pattern
from extractors.events.when.timex_values import RELATIVE_SHAPES, read_shape, shape_of
from extractors.languages.date_words import date_words
from extractors.languages.patterns import pattern

_REACH = 40
_BETWEEN_PARTS = regex.compile(r",?\s\(?")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that date something.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character.
        shape: Which shape of the grammar it has.
        bound: A word before it that makes it one end of a stretch ("since").
        match: What the grammar matched.
    """

    start: int
    end: int
    shape: str
    bound: str | None
    match: regex.Match[str]

    @property
    def is_relative(self) -> bool:
        """Whether it counts from another date in the text."""
        return self.shape in RELATIVE_SHAPES or self.match["year_before"] is not None

    @property
    def tells_year(self) -> bool:
        """Whether its month stands beside a year: "March 2014", "3 March last year"."""
        year = self.match["year"] or self.match["year_which"] or self.match["year_before"]
        return bool(self.match["month"] and year)

    @property
    def is_same_day(self) -> bool:
        """Whether it takes a day up that was told before: "the same day", "that night"."""
        which = (self.match["which"] or "").casefold()
        beside = {*date_words("day_before"), *date_words("day_after")}
        return self.shape == "adjacent" and which not in beside

    def resolve(self, clock: Clock) -> DateInterval | None:
        """The days that it means; null where the clock does not tell enough."""
        found = read_shape(self.match, clock)
        if found is None or self.bound is None:
            return found
        return _bounded(found, self.bound, clock.about_now)


def find_times(folded: str, start: int, end: int) -> list[TimeExpression]:
    """Find the time expressions of a stretch of text.

    Args:
        folded: The folded text.
        start: Where to begin.
        end: Where to stop.

    Returns:
        The expressions in order, with offsets in the text.
    """
    found: list[TimeExpression] = []
    for match in _matches(folded, start, end):
        expression = _expression(match, folded, start)
        last = found[-1] if found else None
        if last and _repeats(last, expression, folded):
            found[-1] = TimeExpression(
                last.start, expression.end, expression.shape, last.bound, expression.match
            )
        else:
            found.append(expression)
    return found


def _matches(folded: str, start: int, end: int) -> Iterator[regex.Match[str]]:
    """The dates around the words that every date holds one of."""
    limit = time_limit(folded, start, end)
    low = high = start
    for trigger in trigger_pattern().finditer(folded, start, end):
        if trigger.start() - _REACH > high:
            yield from date_pattern().finditer(folded, low, high, timeout=limit)
            low = trigger.start() - _REACH
        high = min(end, trigger.end() + _REACH)
    if high > low:
        yield from date_pattern().finditer(folded, low, high, timeout=limit)


def _repeats(weekday: TimeExpression, day: TimeExpression, folded: str) -> bool:
    """Whether a weekday only repeats the date that follows it: "Friday, April 8"."""
    is_pair = weekday.shape == "daily" and day.shape in {"day_month", "month_day"}
    return is_pair and bool(_BETWEEN_PARTS.fullmatch(folded, weekday.end, day.start))


def _expression(match: regex.Match[str], folded: str, start: int) -> TimeExpression:
    before = pattern("interval-preposition-before").search(
        folded, max(start, match.start() - 16), match.start()
    )
    if before and pattern("no-bound").match(folded, before.start()):
        before = None
    within = match.group().split(" ", 1)[0].casefold()
    own = within if within in date_words("bound") else None
    skipped = len(within) + 1 if within in date_words("lead") else 0
    word = before["word"].casefold() if before else own
    first = before.start() if before and word in date_words("since") else match.start() + skipped
    return TimeExpression(first, match.end(), shape_of(match), word, match)


def _bounded(interval: DateInterval, bound: str, now: date | None) -> DateInterval:
    if bound in date_words("since"):
        return DateInterval(
            interval.start, now if interval.start and now and now >= interval.start else None
        )
    if bound in date_words("from_then"):
        return DateInterval(interval.start, None)
    return DateInterval(None, interval.end)
