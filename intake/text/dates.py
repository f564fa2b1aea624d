"""Dates as pages write them, with as much precision as they have."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

import regex

from intake.text.site_words import SECONDS, pattern
from schemas import DatePrecision
from schemas.document import FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True)
class FoundDate:
    """A date in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        moment: The date in UTC; its beginning, where the precision is less than a minute.
        precision: How much of it is known.
    """

    start: int
    end: int
    moment: datetime
    precision: DatePrecision


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Give the dates that name their year, in the order of the text.

    A clock time without a zone is taken for UTC. Of "03/04/2012" only the year is known.
    """
    found: list[FoundDate] = []
    if not any(map(str.isdigit, text)):
        return ()
    try:
        for match in pattern("date").finditer(text, timeout=SECONDS):
            if read := in_range(_read(match)):
                found.append(FoundDate(match.start(), match.end(), *read))
    except TimeoutError:
        return ()
    return tuple(found)


def parse_date(text: str) -> tuple[datetime, DatePrecision] | None:
    """Read a field that holds a date and nothing else: ISO, RFC 822, or in words."""
    return in_range(_parse_field(text.strip()))


def _parse_field(text: str) -> tuple[datetime, DatePrecision] | None:
    if regex.fullmatch(r"\d{4}", text):
        return _checked(int(text), 1, 1, DatePrecision.YEAR)
    if partial := regex.fullmatch(r"(\d{4})-(\d{2})", text):
        return _checked(int(partial[1]), int(partial[2]), 1, DatePrecision.MONTH)
    weekday = regex.match(r"\p{L}{2,9},?\s+(?=\d|\p{L}{3,9}\.?\s\d)", text)
    found = next(iter(find_dates(text)), None)
    start = weekday.end() if weekday else 0
    if found and found.start <= start and not text[found.end :].strip(" .)"):
        return found.moment, found.precision
    return _read_iso(text)


def in_range(
    found: tuple[datetime, DatePrecision] | None,
) -> tuple[datetime, DatePrecision] | None:
    """A date of publication, or null where nothing can have been published then.

    Years outside 1700 to 2100 are placeholders of programs ("0001-01-01", "9999-12-31").
    """
    return found if found and FIRST_YEAR <= found[0].year <= LAST_YEAR else None


def _read(match: "regex.Match[str]") -> tuple[datetime, DatePrecision] | None:
    if match["iso"]:
        return _read_iso(match["iso"])
    if match["numeric"]:
        return _read_numeric(int(match["first"]), int(match["second"]), int(match["yyyy"]))
    if not match["day"]:
        return _parse(f"1 {match['month']} {match['year']}", DatePrecision.MONTH)
    day = f"{match['day']} {match['month']} {match['year']}"
    if match["clock"]:
        clock = regex.sub(r"(?<=\d)[.h](?=\d)", ":", match["clock"])
        return _parse(f"{day} {clock} {match['zone'] or ''}", DatePrecision.MINUTE)
    return _parse(day, DatePrecision.DAY)


def _read_iso(text: str) -> tuple[datetime, DatePrecision] | None:
    try:
        moment = datetime.fromisoformat(text.replace(",", "."))
    except ValueError:
        return None
    precision = DatePrecision.MINUTE if ":" in text else DatePrecision.DAY
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC), precision
    except OverflowError:
        return None


def _read_numeric(first: int, second: int, year: int) -> tuple[datetime, DatePrecision] | None:
    if first == second or second > 12:
        return _checked(year, first, second, DatePrecision.DAY)
    if first > 12:
        return _checked(year, second, first, DatePrecision.DAY)
    return _checked(year, 1, 1, DatePrecision.YEAR)


def _checked(
    year: int, month: int, day: int, precision: DatePrecision
) -> tuple[datetime, DatePrecision] | None:
    try:
        return datetime(year, month, day, tzinfo=UTC), precision
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _parse(text: str, precision: DatePrecision) -> tuple[datetime, DatePrecision] | None:
    import dateparser  # noqa: PLC0415 - takes a third of a second to import

    moment = dateparser.parse(
        text,
        languages=["en"],
        settings={
            "STRICT_PARSING": True,
            "DATE_ORDER": "DMY",
            "TIMEZONE": "UTC",
            "TO_TIMEZONE": "UTC",
            "RETURN_AS_TIMEZONE_AWARE": True,
        },
    )
    return (moment.replace(tzinfo=UTC), precision) if moment else None
