"""What a document says of itself: headline, writers, publisher, date."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import regex

from intake.text.bylines import Byline, find_byline, find_credit, names_after_by
from intake.text.datelines import Dateline, find_dateline
from intake.text.dates import find_dates
from intake.text.lines import (
    MARKS,
    LineKind,
    PageLine,
    posted_date,
)
from intake.text.site_words import agency_names, is_outlet
from intake.text.title_runs import count_texts, pick_title, title_run_before
from intake.text.titles import trim_title
from intake.text.wrapping import content_lines
from schemas import DatePrecision

SEARCHED = 200_000
"""Characters in which a text's own description is looked for; it stands at the edges."""


@dataclass(frozen=True)
class Description:
    """What a document tells of itself; null where it does not tell.

    Attributes are those of `schemas.Document`.
    """

    title: str | None = None
    byline: str | None = None
    agency: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    published_precision: DatePrecision | None = None


@dataclass(frozen=True)
class _Frame:
    """The lines around a document's body."""

    title: PageLine | None
    marks: tuple[PageLine, ...]
    dateline: Dateline | None


def describe(text: str) -> Description:
    """Read a document's own description from the lines around its body.

    Dates of other things than its publication (an update, a sidebar) are not taken.
    """
    frame = _frame(content_lines(text[:SEARCHED]))
    title = trim_title(frame.title.text) if frame.title else None
    byline = _byline(frame.marks)
    credits = _credits(frame, title, byline)
    published = _published(frame)
    return Description(
        title=title,
        byline=byline.names if byline else None,
        agency=next((agency_names()[name] for name, _ in credits if name in agency_names()), None),
        outlet=next((name for name, publishes in credits if publishes), None),
        published=published[0] if published else None,
        published_precision=published[1] if published else None,
    )


def _frame(lines: list[PageLine]) -> _Frame:
    body = _body_start(lines)
    end = next(
        (at for at in range(body, len(lines)) if lines[at].kind is LineKind.STOP and at > body),
        len(lines),
    )
    marked = [at for at in range(body) if lines[at].kind in {LineKind.BYLINE, LineKind.POSTED}]
    run = (title_run_before(lines, marked[-1]) if marked else []) or title_run_before(lines, body)
    title = pick_title([lines[at] for at in run], count_texts(lines))
    first = run[0] if run else 0
    below = [line for line in lines[first:body] if line.kind in MARKS]
    head = [*below, *_marks_before(lines, first)]
    return _Frame(
        title=title,
        marks=(*head, *_tail_marks(lines, body, end)),
        dateline=find_dateline(lines[body].text) if body < len(lines) else None,
    )


def _body_start(lines: list[PageLine]) -> int:
    prose = [at for at, line in enumerate(lines) if line.kind is LineKind.PROSE]
    for at, following in pairwise(prose):
        if following - at <= 3 or find_dateline(lines[at].text):
            return at
    return prose[0] if prose else len(lines)


def _marks_before(lines: list[PageLine], first: int) -> list[PageLine]:
    found: list[PageLine] = []
    for line in reversed(lines[:first]):
        if line.kind not in MARKS:
            break
        found.insert(0, line)
    return found


def _tail_marks(lines: list[PageLine], body: int, end: int) -> list[PageLine]:
    """The marks right after the last paragraph."""
    last = max((at for at in range(body, end) if lines[at].kind is LineKind.PROSE), default=end)
    while last + 1 < end and lines[last + 1].kind is LineKind.TITLE and last + 2 < end:
        if lines[last + 2].kind not in MARKS:
            break
        last += 1
    found: list[PageLine] = []
    for line in lines[last + 1 : end]:
        if line.kind not in MARKS:
            break
        found.append(line)
    return found


def _byline(marks: tuple[PageLine, ...]) -> Byline | None:
    for line in marks:
        date = posted_date(line.text)
        if date:
            before, after = line.text[: date.start], line.text[date.end :]
            names = names_after_by(before) or names_after_by(after)
            found = find_byline(before.rstrip(" ,|·–—-")) or (Byline(names) if names else None)
        else:
            found = find_byline(line.text)
        if found:
            return found
    return None


def _credits(frame: _Frame, title: str | None, byline: Byline | None) -> list[tuple[str, bool]]:
    """Names of agencies and outlets, and whether each is told to be who published."""
    found: list[tuple[str, bool]] = []
    if byline and byline.outlet:
        found.append((byline.outlet, True))
    if frame.dateline and frame.dateline.credit:
        credit = frame.dateline.credit
        found.append((credit, frame.dateline.publishes or credit not in agency_names()))
    for line in frame.marks:
        name = find_credit(line.text) or _dated_credit(line.text)
        if name:
            found.append((name, name not in agency_names()))
    prefix = regex.match(r"(.{2,40}?)\s*:\s", title or "")
    if prefix and is_outlet(prefix[1]):
        found.append((prefix[1], True))
    return found


def _dated_credit(text: str) -> str | None:
    """The outlet of a credit with a date: "Hill Gazette – 3 May 1999"."""
    date = posted_date(text)
    name = text[: date.start].strip(" –—-,|/") if date else ""
    return name if is_outlet(name) else None


def _published(frame: _Frame) -> tuple[datetime, DatePrecision] | None:
    posted = [(line, date) for line in frame.marks if (date := posted_date(line.text))]
    posted.sort(key=lambda found: _dated_credit(found[0].text) is not None)
    if posted:
        return posted[0][1].moment, posted[0][1].precision
    dated = next(iter(find_dates(frame.dateline.dated)), None) if frame.dateline else None
    return (dated.moment, dated.precision) if dated else None
