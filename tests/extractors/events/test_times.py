from datetime import date

import pytest

from extractors.document.analysis import DocumentAnalysis
from extractors.events.when.calendar import DateInterval, one_day
from extractors.events.when.clock import Clock
from extractors.events.when.elapsed import find_elapsed
from extractors.events.when.time_roles import TimeRole, role_of
from extractors.events.when.timex import find_times
from extractors.languages.date_words import DateWord
from extractors.languages.lexicon import load_lexicon

FRIDAY = date(2016, 8, 19)
CLOCK = Clock(written=one_day(FRIDAY), reference=one_day(date(2016, 8, 10)))


def read(text: str, clock: Clock = CLOCK) -> list[tuple[str, DateInterval | None]]:
    times = find_times(text, 0, len(text))
    return [(text[time.start : time.end], time.resolve(clock)) for time in times]


def days(first: str | None, last: str | None = None) -> DateInterval:
    return DateInterval(
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last or first or "") if last or first else None,
    )


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("on Tuesday", "Tuesday", days("2016-08-16")),
        ("It is Friday again", "Friday", days("2016-08-19")),
        ("last Friday", "last Friday", days("2016-08-12")),
        ("late Monday night", "late Monday night", days("2016-08-15")),
        ("Tuesday and Wednesday", "Tuesday and Wednesday", days("2016-08-16", "2016-08-17")),
        ("since Tuesday", "since Tuesday", days("2016-08-16", "2016-08-19")),
        ("yesterday's flood", "yesterday", days("2016-08-18")),
        ("overnight", "overnight", days("2016-08-18", "2016-08-19")),
        ("this morning", "this morning", days("2016-08-19")),
        ("the day before yesterday", "the day before yesterday", days("2016-08-17")),
        ("last week", "last week", days("2016-08-08", "2016-08-14")),
        ("earlier this week", "earlier this week", days("2016-08-15", "2016-08-19")),
        ("over the weekend", "over the weekend", days("2016-08-13", "2016-08-14")),
        ("last weekend", "last weekend", days("2016-08-13", "2016-08-14")),
        ("last month", "last month", days("2016-07-01", "2016-07-31")),
        ("in July 2009", "July 2009", days("2009-07-01", "2009-07-31")),
        ("in June", "June", days("2016-06-01", "2016-06-30")),
        ("in November", "November", days("2015-11-01", "2015-11-30")),
        # the year may be told from that of the writing, or from a date before
        ("on 22 May last year", "22 May last year", days("2015-05-22")),
        ("on May 22 of last year", "May 22 of last year", days("2015-05-22")),
        ("on November 3, this year", "November 3, this year", days("2016-11-03")),
        ("in March last year", "March last year", days("2015-03-01", "2015-03-31")),
        ("in late March of last year", "late March of last year", days("2015-03-16", "2015-03-31")),
        ("in May this year", "May this year", days("2016-05-01", "2016-05-31")),
        ("in the spring of last year", "spring of last year", days("2015-03-01", "2015-05-31")),
        ("on 9 June the previous year", "9 June the previous year", days("2015-06-09")),
        ("Since 2014 jets flew", "Since 2014", days("2014-01-01", "2016-08-19")),
        ("In 2014 jets flew", "2014", days("2014-01-01", "2014-12-31")),
        ("in 1988", "1988", days("1988-01-01", "1988-12-31")),
        ("the 1991 war", "1991", days("1991-01-01", "1991-12-31")),
        ("from 1980 to 1988", "1980 to 1988", days("1980-01-01", "1988-12-31")),
        ("in the early 1980s", "early 1980s", days("1980-01-01", "1984-12-31")),
        ("the '70s", "'70s", days("1970-01-01", "1979-12-31")),
        ("in the winter of 1962", "winter of 1962", days("1962-12-01", "1963-02-28")),
        ("two days earlier", "two days earlier", days("2016-08-08")),
        ("the following day", "the following day", days("2016-08-11")),
        ("three days ago", "three days ago", days("2016-08-16")),
        ("since June 21 and 19 killed", "since June 21", days("2016-06-21", "2016-08-19")),
        ("on June 21 and 22", "June 21 and 22", days("2016-06-21", "2016-06-22")),
        ("on 28-29 July", "28-29 July", days("2016-07-28", "2016-07-29")),
        ("30 July to 2 August", "30 July to 2 August", days("2016-07-30", "2016-08-02")),
        ("on Aug. 22", "Aug. 22", days("2015-08-22")),
        ("March 3rd, 1999,", "March 3rd, 1999", days("1999-03-03")),
        ("Jun 06,2016 Lima", "Jun 06,2016", days("2016-06-06")),
        ("Jun 132016 Lima", "Jun 132016", days("2016-06-13")),
        ("2 OCT 88 (EFE)", "2 OCT 88", days("1988-10-02")),
        # two digits are of the century that had come to them
        ("28 July 09 (AFP)", "28 July 09", days("2009-07-28")),
        ("in the '90s", "'90s", days("1990-01-01", "1999-12-31")),
        # days before months, but behind a slash only where the day of writing tells
        ("28.7.2009", "28.7.2009", days("2009-07-28")),
        ("10-08-2016", "10-08-2016", days("2016-08-10")),
        ("8/18/2016", "8/18/2016", days("2016-08-18")),
        ("8/10/2016", "8/10/2016", days("2016-08-10")),
        ("4/3/2016", "4/3/2016", None),
        ("Friday, April 8, 2011", "Friday, April 8, 2011", days("2011-04-08")),
        ("2014-02-28", "2014-02-28", days("2014-02-28")),
        ("over the past 12 months", "the past 12 months", days("2015-08-19", "2016-08-19")),
        (
            "since the beginning of the year",
            "since the beginning of the year",
            days("2016-01-01", "2016-08-19"),
        ),
        ("since 2003", "since 2003", days("2003-01-01", "2016-08-19")),
        ("until last week", "last week", DateInterval(None, date(2016, 8, 14))),
        ("in recent weeks", "recent weeks", DateInterval()),
    ],
)
def test_words_mean_days(text: str, words: str, meant: DateInterval) -> None:
    assert read(text) == [(words, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "Two Mirage 2000 jets dropped bombs.",
        "They march on, and they may stop.",
        "A fall of 2,003 feet cost $1990.",
        "He is 25 years old and served two years.",
        "Order 2009-10-CA was sent to 1980 Street-side.",
        "The second of three trains was late.",
    ],
)
def test_other_words_and_numbers_are_no_dates(text: str) -> None:
    assert [words for words, _ in read(text) if words != "1980"] == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("on Tuesday", None),
        ("last month", None),
        ("on July 3", None),
        ("in May 1999", days("1999-05-01", "1999-05-31")),
        ("from 3 February 2014 to 5 March 2014", days("2014-02-03", "2014-03-05")),
        ("December 30, 2013, to January 2, 2014", days("2013-12-30", "2014-01-02")),
        ("between 30 December and 2 January 2014", days("2013-12-30", "2014-01-02")),
    ],
)
def test_without_a_date_of_writing_only_full_dates_resolve(
    text: str, meant: DateInterval | None
) -> None:
    assert [interval for _, interval in read(text, Clock())] == [meant]


def test_a_text_dated_to_a_month_dates_its_days_to_that_month() -> None:
    written = Clock(days("2016-08-01", "2016-08-31"))
    assert read("yesterday", written) == [("yesterday", days("2016-07-31", "2016-08-30"))]
    assert read("on Monday", written) == [("Monday", days("2016-07-26", "2016-08-31"))]


ROLES = {
    "saying": TimeRole.SAID,
    "telling": TimeRole.SAID,
    "judging": TimeRole.SAID,
    "aftermath": TimeRole.AFTERMATH,
    "trial": TimeRole.AFTERMATH,
    "state": TimeRole.AFTERMATH,
    "occurring": TimeRole.HAPPENED,
    "occasion": TimeRole.OCCASION,
    "founding": TimeRole.OCCASION,
    "stamp": TimeRole.STAMP,
}


@pytest.mark.parametrize(
    "entry",
    [entry for entry in load_lexicon("dates", DateWord) if entry.kind in ROLES],
    ids=lambda entry: entry.id,
)
def test_words_beside_a_time_tell_what_it_dates(entry: DateWord) -> None:
    (time,) = find_times(entry.example, 0, len(entry.example))
    assert role_of(time, entry.example, 0) is ROLES[entry.kind]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("He led the group which staged the 2002 Karvat bombings.", TimeRole.OCCASION),
        ("Friday's shooting left two dead.", TimeRole.HAPPENED),
        ("She died two days after being shot.", TimeRole.AFTERMATH),
        ("The gate closed one day after 5-year-old Ito Mell was hit.", TimeRole.AFTERMATH),
        ("The gate closed two days after Ito Mell was hit.", TimeRole.AFTERMATH),
        ("On Friday he was charged.", TimeRole.AFTERMATH),
        ("The judge told the guard Ito Mell on Friday that he was wrong.", TimeRole.SAID),
        ("On Friday, a mine inspector said two miners died.", TimeRole.SAID),
        ("Two miners died on Friday, a mine inspector said.", TimeRole.OPEN),
        ("A mine caved in on Friday.", TimeRole.OPEN),
        ("Sun Aug 17 2014 Miners trapped in a shaft.", TimeRole.STAMP),
        ("Mine caves in AFP Friday 6 Feb 2015 Two miners died.", TimeRole.STAMP),
        ("The shaft on June 5, 2016. (Photo: Ada Orme)", TimeRole.STAMP),
        ("The shaft caved in on June 5, 2016, at 9 p.m.", TimeRole.OPEN),
    ],
)
def test_the_role_of_a_time(text: str, role: TimeRole) -> None:
    time = find_times(text, 0, len(text))[0]
    assert role_of(time, text, 0) is role


AROUND = {"from_then", "lead"}
"""Kinds of words that stand before a date and are no part of it."""
COUNTING = {"ordinal"}
"""Kinds of words that tell how long ago the event of a text was."""
APART = {*ROLES, *AROUND, *COUNTING}


@pytest.mark.parametrize(
    "entry",
    [entry for entry in load_lexicon("dates", DateWord) if entry.kind not in APART],
    ids=lambda entry: entry.id,
)
def test_every_date_word_fires_on_its_example(entry: DateWord) -> None:
    found = " ".join(words for words, _ in read(entry.example)).casefold()
    assert any(word.casefold() in found for word in entry.words)


@pytest.mark.parametrize(
    "entry",
    [entry for entry in load_lexicon("dates", DateWord) if entry.kind in COUNTING],
    ids=lambda entry: entry.id,
)
def test_every_anniversary_tells_how_long_ago(entry: DateWord) -> None:
    found = find_elapsed(DocumentAnalysis(entry.example), one_day(FRIDAY))
    assert found is not None
    assert found.interval.holds(one_day(FRIDAY.replace(year=FRIDAY.year - entry.value)))


@pytest.mark.parametrize(
    "entry",
    [entry for entry in load_lexicon("dates", DateWord) if entry.kind in AROUND],
    ids=lambda entry: entry.id,
)
def test_every_word_around_a_date_is_left_out_of_it(entry: DateWord) -> None:
    (time,) = find_times(entry.example, 0, len(entry.example))
    before = entry.example[: time.start].split()[-1]
    assert before in entry.words
    assert time.bound == (before if entry.kind == "from_then" else None)
