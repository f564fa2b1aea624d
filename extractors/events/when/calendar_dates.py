"""What dates say that name a day, month, season, year or decade."""

from datetime import date

from extractors.events.when import calendar
from extractors.events.when.calendar import DateInterval
from extractors.events.when.clock import Clock, Match
from extractors.events.when.timex_words import value_of
from extractors.languages.date_words import date_words

_PIVOT = 2029
"""Last year that two digits mean in a text that nothing dates."""
_NEAR_WRITING = 14
"""Days between a text's writing and what is most likely meant by a date that could be another."""


def read_iso(match: Match, _: Clock) -> DateInterval | None:
    """Such as "2009-07-28"."""
    day = calendar.safe_date(*(int(match[part]) for part in ("year", "mm", "dd")))
    return calendar.one_day(day) if day else None


def read_numeric(match: Match, clock: Clock) -> DateInterval | None:
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


def read_day(match: Match, clock: Clock) -> DateInterval | None:
    """Such as "28 July 2009", "28 July last year", "30 December to 2 January 2014"."""
    year, from_year = _told_year(match, clock), _year(match["from_year"], clock)
    first = _day(match["month"], match["day"], from_year or year, clock)
    last = _day(match["month_to"] or match["month"], match["day_to"], year, clock)
    if first and last and last < first and from_year is None:
        first = calendar.safe_date(last.year - (first.month > last.month), first.month, first.day)
    if first is None:
        return None
    return DateInterval(first, last) if last and first <= last else calendar.one_day(first)


def _day(month: str | None, day: str | None, year: int | None, clock: Clock) -> date | None:
    word = value_of("month", month or "")
    if word is None or day is None:
        return None
    if year is not None:
        return calendar.safe_date(year, word.value, int(day))
    now = clock.about_now
    last = calendar.last_day_of_year(now, word.value, int(day)) if now else None
    if last is None or now is None or word.value not in clock.years:
        return last
    is_news = (now - last).days <= _NEAR_WRITING
    return last if is_news else calendar.safe_date(clock.years[word.value], word.value, int(day))


def _year(text: str | None, clock: Clock) -> int | None:
    """A year; two digits are of the last century that had come to it when the text was written."""
    if not text:
        return None
    digits = text.strip("' ")
    if len(digits) == 4:
        return int(digits)
    now = clock.about_now.year if clock.about_now else _PIVOT
    return now - (now - int(digits)) % 100


def _told_year(match: Match, clock: Clock) -> int | None:
    """The year beside a day, month or season: "2009", "last year", "the previous year"."""
    now, reference = clock.about_now, clock.reference and clock.reference.end
    if match["year_before"] and (then := reference or now):
        return then.year - 1
    if match["year_which"] and now:
        return now.year - (match["year_which"].casefold() not in date_words("current"))
    return _year(match["year"], clock)


def read_month(match: Match, clock: Clock) -> DateInterval | None:
    """Such as "July 2009", "July last year", "late July"."""
    word = value_of("month", match["month"])
    if word is None:
        return None
    year, now = _told_year(match, clock), clock.about_now
    if year is not None:
        whole = calendar.month_of(year, word.value)
    elif now is not None:
        whole = calendar.last_month(now, word.value)
    else:
        return None
    return _part_of(whole, match["stretch"])


def _part_of(whole: DateInterval, stretch: str | None) -> DateInterval:
    word = value_of("stretch", stretch) if stretch else None
    return calendar.third_of(whole, word.value) if word else whole


def read_years(match: Match, _: Clock) -> DateInterval | None:
    """Such as "2009", "1998-2001", "mid-2009"."""
    first, last = int(match["year"]), match["year_to"]
    if last and len(last) == 2:
        last = match["year"][:2] + last
    if last and int(last) < first:
        return None
    return _part_of(calendar.year_of(first, int(last) if last else None), match["stretch"])


def read_decade(match: Match, _: Clock) -> DateInterval | None:
    """Such as "the 1980s"."""
    digits = match["decade"]
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return _part_of(calendar.year_of(first, first + 9), match["stretch"])


def read_season(match: Match, clock: Clock) -> DateInterval | None:
    """Such as "the spring of 1994", "the spring of last year", "last summer"."""
    word, now = value_of("season", match["season"]), clock.about_now
    if word is None:
        return None
    if (told := _told_year(match, clock)) is not None:
        year = told
    elif now:
        year = now.year if word.value <= now.month else now.year - 1
        if match["which"].casefold() not in date_words("current") and calendar.season_of(
            year, word.value
        ).holds(calendar.one_day(now)):
            year -= 1
    else:
        return None
    return _part_of(calendar.season_of(year, word.value), match["stretch"])
