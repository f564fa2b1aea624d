"""When the event of a text was, by the time that has passed since: "a year after the fire"."""

from datetime import date

import regex

from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import Sentence, time_limit
from extractors.events.when.calendar import DateInterval, shift, shift_months
from extractors.events.when.dated import WEEK, Dated
from extractors.events.when.timex_words import count_of, small_numbers, value_of
from extractors.events.where.place_kinds import words
from extractors.languages.date_words import alternatives
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern
from extractors.languages.word_patterns import any_of

_OPENING = 3
"""Sentences in which a text tells what it looks back on, its headline among them."""
_YEAR = 365
_MOST_SLACK = 15
"""Days by which "ten years after" can be out: it is said in the month of the anniversary."""


def find_elapsed(parsed: DocumentAnalysis, written: DateInterval | None) -> Dated | None:
    """What dates the event that a text looks back on from the day of its writing.

    "Three years on, …"; "a week after the shooting at the gate, …"; "on the first anniversary".

    Args:
        parsed: The document.
        written: When it was written.
    """
    found = (read_elapsed(parsed, each, written) for each in parsed.sentences[:_OPENING])
    return next((dated for dated in found if dated is not None), None)


def read_elapsed(
    parsed: DocumentAnalysis, sentence: Sentence, written: DateInterval | None
) -> Dated | None:
    """What a sentence looks back on from the day of its writing.

    Args:
        parsed: The document.
        sentence: The sentence.
        written: When the document was written.
    """
    now = written.end if written else None
    if now is None:
        return None
    text = parsed.folded_sentence(sentence.index)
    match = _passed().search(text, timeout=time_limit(text))
    days = _days_of(match, now) if match else None
    if match is None or days is None:
        return None
    start, end = match.span("passed")
    return Dated(sentence.start + start, sentence.start + end, days)


def _days_of(match: regex.Match[str], now: date) -> DateInterval | None:
    nth = value_of("ordinal", match["nth"]) if match["nth"] else None
    number = nth.value if nth else count_of(match["number"])
    unit = value_of("unit", match["unit"]) if match["unit"] else None
    return days_back(now, number, unit.value if unit else _YEAR) if number else None


def days_back(day: date, number: int, unit: int) -> DateInterval:
    """The days that lie so many days, weeks or years before one: the longer ago, the less sure.

    Args:
        day: The day.
        number: How many.
        unit: Days in the unit.
    """
    months = unit * 12 // _YEAR if unit > WEEK else 0
    then = shift_months(day, -number * months) if months else shift(day, -number * unit)
    slack = min(unit // 4 or number > 1, _MOST_SLACK)
    return DateInterval(shift(then, -slack), shift(then, slack))


@per_language
def _passed() -> regex.Pattern[str]:
    happening = any_of([*words("happening"), *words("befalling")])
    return compile_pattern(
        "time-since-event",
        number=small_numbers(),
        unit=alternatives("unit"),
        ordinal=alternatives("ordinal"),
        happening=f"{happening}|{alternatives('occurring')}",
    )
