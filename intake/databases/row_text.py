"""A row of a database in words, which the extractor reads as it reads any text.

So a figure of a database walks back as one of the news does: row, claim, characters, page.
"""

from collections.abc import Mapping
from datetime import date, timedelta

import regex

from intake.databases.layout import DatabaseLayout, VictimNoun
from intake.rejections import TerminalError
from intake.text.dates import parse_date
from schemas import DatePrecision

Row = Mapping[str, str]

LONGEST_PLACE = 80
ONE_EVENT = timedelta(days=31)
"""Days over which a row still tells of one event; over more it sums up several."""
_BRACKETS = regex.compile(r"\s*\([^)]*\)")
_PLACE = regex.compile(r"[\p{L}\p{M}'’`ʿ/ -]+")


def row_text(row: Row, layout: DatabaseLayout) -> str:
    """Say what a row tells of the dead of its event.

    A zero is not said: in these databases it also means that no figure was reported.

    Raises:
        TerminalError: If a figure is no number, the figures are disordered, or a day is no date.
    """
    low, high = read_figure(row, layout.low), read_figure(row, layout.high)
    if low > high:
        raise _bad_row(f"its lowest figure {low} is above its highest {high}", row)
    scene = f"{_where(row, layout)}{_when(row, layout)}"
    if high == 0:
        return f"{layout.speaker} lists an event{scene}, and no fatality figure for it."
    said = f"{layout.speaker} said that"
    sentences = [f"{said} {_count(low, high, layout.victims)} killed{scene}."]
    civilians = read_figure(row, layout.civilians) if layout.civilians else 0
    if civilians:
        sentences.append(f"{said} {civilians} of the dead {_were(civilians, 'civilian')}.")
    if layout.best and low != high:
        best = read_figure(row, layout.best)
        sentences.append(f"{layout.speaker}'s best estimate is {best}.")
    return " ".join(sentences)


def read_figure(row: Row, column: str) -> int:
    """The figure in a column; 0 where the row leaves it empty.

    Raises:
        TerminalError: If it is no number of people.
    """
    told = row.get(column, "0").strip().removesuffix(".0")
    if not (told.isascii() and told.isdecimal() and len(told) <= 9):
        raise _bad_row(f"its '{column}' is no number of people: {told[:40]!r}", row)
    return int(told)


def _count(low: int, high: int, victims: VictimNoun) -> str:
    if low == high:
        return f"{high} {victims.one} was" if high == 1 else f"{high} {victims.many} were"
    if low == 0:
        return (
            f"at most {high} {victims.one} was"
            if high == 1
            else f"at most {high} {victims.many} were"
        )
    return f"between {low} and {high} {victims.many} were"


def _were(number: int, what: str) -> str:
    return f"was a {what}" if number == 1 else f"were {what}s"


def _where(row: Row, layout: DatabaseLayout) -> str:
    """The places from the narrowest to the widest; cells that are no plain names are left out."""
    found: dict[str, str] = {}
    for column in layout.places:
        for part in row.get(column, "").split(","):
            name = " ".join(_BRACKETS.sub("", part).split())
            if name and len(name) <= LONGEST_PLACE and _PLACE.fullmatch(name):
                found.setdefault(name.casefold(), name)
    return f" in {', '.join(found.values())}," if found else ""


def _when(row: Row, layout: DatabaseLayout) -> str:
    first, last = read_day(row, layout.days[0]), read_day(row, layout.days[-1])
    if layout.precision:
        slack = timedelta(days=layout.precision.slack.get(row.get(layout.precision.column, ""), 0))
        first, last = first - slack, last + slack
    if first > last:
        raise _bad_row(f"its last day {last} is before its first {first}", row)
    if first == last:
        return f" on {_day(first)}"
    period = " over a period" if last - first >= ONE_EVENT else ""
    return f"{period} from {_day(first)} to {_day(last)}"


def read_day(row: Row, column: str) -> date:
    """The day in a column.

    Raises:
        TerminalError: If there is none.
    """
    written = row.get(column, "")
    found = parse_date(written)
    if found is None or found[1] not in {DatePrecision.DAY, DatePrecision.MINUTE}:
        raise _bad_row(f"its '{column}' is no day such as 2014-02-03: {written[:40]!r}", row)
    return found[0].date()


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _bad_row(problem: str, row: Row) -> TerminalError:
    return TerminalError("bad_row", f"The row cannot be taken: {problem}; mend it.", str(dict(row)))
