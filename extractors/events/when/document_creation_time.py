"""When a text was written, as the document tells it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import regex

from extractors.document.datelines import is_around_date
from extractors.document.text import time_limit
from extractors.events.when import calendar
from extractors.events.when.calendar import DateInterval
from extractors.events.when.clock import Clock
from extractors.events.when.time_roles import is_stamp
from extractors.events.when.timex import TimeExpression, find_times
from extractors.languages.date_words import date_words
from extractors.languages.patterns import compile_pattern, pattern
from schemas import DatePrecision, Document

_HEAD = 700
"""Characters in which a date line stands, after the headers that some releases carry."""
_REPOST_DAYS = 10
"""How much later than it was written a text may be posted by others."""
_TITLE_AFTER = regex.compile(r":\s")
_YEAR_MONTH = regex.compile(r"(?<![\d-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?!\d)")
_LINE = regex.compile(r"[^\n]+")
_ABSOLUTE = frozenset({"iso", "numeric", "day_month", "month_day"})
_OPENING = 24
"""Characters before the date that opens a text: a weekday, or "Date of publication"."""


@dataclass(frozen=True, slots=True)
class DocumentCreationTime:
    """When a text was written.

    Attributes:
        written: The days in which it can have been; null where the document does not tell.
        dateline: The date that opens the text, which dates nothing that the text tells.
        is_doubted: Whether that date contradicts the day of publication that the document was
            given: the text's own date holds then.
    """

    written: DateInterval | None = None
    dateline: TimeExpression | None = None
    is_doubted: bool = False


def read_document_creation_time(document: Document, folded: str) -> DocumentCreationTime:
    """Tell when a document was written.

    Its date line comes first: with its year it outweighs what others say of the publication.
    Then a line that holds little but a date, and a stamp of the page, if the publication date
    allows them; then the publication date; then the month of a reference number.

    Args:
        document: The document.
        folded: Its folded text.
    """
    published = published_in(document)
    known = Clock(published or _month_in_head(folded))
    head = folded[:_HEAD]
    times = find_times(head, 0, len(head))
    dateline = _find_dateline(head, times)
    line = dateline or _find_stamp(head, times)
    opened = line.resolve(known) if line else None
    if line and opened and (line.match["year"] or _fits(opened, published)):
        return DocumentCreationTime(opened, dateline, is_doubted=not _fits(opened, published))
    alone = _date_line_alone(document.text, folded, known)
    written = alone if alone and _fits(alone, published) else known.written
    return DocumentCreationTime(
        _widened(written, folded) if written == published else written, dateline
    )


def _find_stamp(head: str, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The first date in the head that tells when the page was posted, not when it was changed."""
    stamps = (time for time in times if is_stamp(time, head))
    return next(
        (time for time in stamps if not pattern("update-notice").search(head, 0, time.start)), None
    )


def published_in(document: Document) -> DateInterval | None:
    """The days in which the document was published."""
    if document.published is None:
        return None
    day = document.published.date()
    if document.published_precision is DatePrecision.YEAR:
        return calendar.year_of(day.year)
    if document.published_precision is DatePrecision.MONTH:
        return calendar.month_of(day.year, day.month)
    return calendar.one_day(day)


def _fits(written: DateInterval, published: DateInterval | None) -> bool:
    """Whether a text so dated can have been published then."""
    if published is None or published.end is None or written.end is None:
        return published is None
    late = (published.end - written.end).days
    return -1 <= late <= _REPOST_DAYS + (published.days or 0)


def _find_dateline(head: str, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Such as "LAGOS, July 29 --", "KABUL, Afghanistan (Jan. 25, 2013)", "Lima, 2 Oct 88 (EFE)"."""
    for time in times:
        if time.shape not in _ABSOLUTE:
            continue
        is_line = is_around_date(head, time.start, time.end)
        is_title = time.start == 0 and _TITLE_AFTER.match(head, time.end)
        is_first = time.start <= _OPENING and is_stamp(time, head)
        if is_line or is_title or is_first:
            return time
    return None


def _date_line_alone(text: str, folded: str, known: Clock) -> DateInterval | None:
    """A line that says little but a full date: the earliest that publication allows."""
    lines = list(_LINE.finditer(text))
    found = []
    for line in [*lines[:12], *lines[12:][-6:]]:
        if line.end() - line.start() > 80 or pattern("update-notice").search(line.group()):
            continue
        times = find_times(folded, line.start(), line.end())
        if len(times) == 1 and is_date_line(line.group(), times[0]):
            found.append(times[0].resolve(known))
    days = [interval for interval in found if interval and interval.start]
    allowed = [interval for interval in days if _fits(interval, known.written)]
    return min(allowed or days, key=lambda interval: interval.start or date.max, default=None)


def is_date_line(line: str, time: TimeExpression) -> bool:
    """Whether a line says little but a full date: such a date is that of the writing."""
    if time.shape not in _ABSOLUTE or not time.match["year"] or time.bound is not None:
        return False
    others = len(line) - (time.end - time.start)
    return len(regex.findall(r"\p{L}+", line, timeout=time_limit(line))) <= 8 and others <= 50


def _month_in_head(folded: str) -> DateInterval | None:
    """Such as "2010-09" in a header's reference number, or a full date anywhere in the headers."""
    head = folded[:_HEAD]
    if numbered := _YEAR_MONTH.search(head):
        return calendar.month_of(int(numbered[1]), int(numbered[2]))
    return None


def _widened(written: DateInterval | None, folded: str) -> DateInterval | None:
    """Allow for a text that was posted the day after it was written.

    Who writes "today" writes "yesterday" too: a text that says "today" but calls the day before
    its publication by name was written on that day, or was put together from both.
    """
    if (
        written is None
        or written.days != 1
        or written.start is None
        or not pattern("today").search(folded)
    ):
        return written
    before = calendar.shift(written.start, -1)
    name = next(
        word for word, day in date_words("weekday").items() if day.value == before.weekday()
    )
    named = regex.search(rf"(?i)\b{name}\b", folded)
    other = compile_pattern("day-seen-from-another", day=name).search(folded)
    return DateInterval(before, written.end) if named and not other else written
