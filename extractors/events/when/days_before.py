"""Counts of what went before the day that their sentence tells."""

from dataclasses import replace

import regex

from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import Sentence, time_limit
from extractors.events.clause_distance import hangs_on, is_clause_of
from extractors.events.when.calendar import DateInterval, shift
from extractors.events.when.dated import Dated
from extractors.events.when.elapsed import days_back
from extractors.events.when.timex_words import count_of, small_numbers, value_of
from extractors.events.where.place_kinds import happening_pattern
from extractors.languages.date_words import alternatives
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern, pattern


def put_before(
    parsed: DocumentAnalysis, found: Dated, sentence: Sentence, start: int, end: int
) -> Dated:
    """The days before those told, for a count of what their deed took revenge for, or came after.

    "Troops shelled the town on Sunday to avenge the deaths of nine guards"; "on Tuesday, the day
    after guards shot dead nine people"; "an earlier raid on the town killed nine people".

    Args:
        parsed: The document.
        found: What dates the count.
        sentence: The sentence of the count.
        start: Where the count begins in the text.
        end: Where it ends.
    """
    for put_right in (_before_revenge, _before_day_after, _before_recalling):
        before = put_right(parsed, found, sentence, start, end)
        if before != found:
            return before
    return found


def _before_revenge(
    parsed: DocumentAnalysis, found: Dated, sentence: Sentence, start: int, end: int
) -> Dated:
    """The days before those told, for a count of what somebody took revenge for on them."""
    cause = pattern("in-return-for").search(parsed.folded, sentence.start, start)
    if cause is None or cause.end() <= found.start < sentence.end:
        return found
    tree, count = parsed.tree(sentence.index), _in_sentence(sentence, start, end)
    if not hangs_on(tree, count, _in_sentence(sentence, *cause.span())):
        return found
    return _until(found)


def _before_day_after(
    parsed: DocumentAnalysis, found: Dated, sentence: Sentence, start: int, end: int
) -> Dated:
    """The days before the one told, for a count of what that day came so long after."""
    anchor = _time_after().search(parsed.folded, sentence.start, start)
    first, last = found.interval.start, found.interval.end
    if anchor is None or first is None or last is None or anchor.start() <= found.start:
        return found
    unit, number = value_of("unit", anchor["unit"]), count_of(anchor["number"] or "a")
    if unit is None or number is None or not _counts_from(parsed, found, sentence, anchor):
        return found
    tree, count = parsed.tree(sentence.index), _in_sentence(sentence, start, end)
    opener = _in_sentence(sentence, *anchor.span("after"))
    if not (
        hangs_on(tree, count, _in_sentence(sentence, *anchor.span()))
        or is_clause_of(tree, count, opener)
    ):
        return found
    earliest, latest = days_back(first, number, unit.value), days_back(last, number, unit.value)
    until = shift(first, -1) if anchor["within"] else latest.end
    return replace(found, interval=DateInterval(earliest.start, until), background=True)


def _counts_from(
    parsed: DocumentAnalysis, found: Dated, sentence: Sentence, anchor: regex.Match[str]
) -> bool:
    """Whether the day told is the one that came after: "the raid came two days after …".

    In "spoke on Monday, one day after" the day that a sentence before told is that of the event.
    """
    before = parsed.folded[sentence.start : anchor.start()]
    if found.start >= sentence.start:
        return True
    if pattern("day-before-anchor").search(before):
        return False
    came = pattern("came-before-anchor").search(before)
    return came is not None or anchor["number"] is None


@per_language
def _time_after() -> regex.Pattern[str]:
    return compile_pattern("time-after-clause", number=small_numbers(), unit=alternatives("unit"))


def _before_recalling(
    parsed: DocumentAnalysis, found: Dated, sentence: Sentence, start: int, end: int
) -> Dated:
    """The days before the text's event, for a count of another one that its sentence recalls.

    "The blast comes a month after a raid killed nine people." A day that the sentence tells dates
    the count itself.
    """
    if sentence.start <= found.start < sentence.end or not _recalls(parsed.folded, sentence, start):
        return found
    return _until(found)


def _recalls(folded: str, sentence: Sentence, start: int) -> bool:
    """Whether words before a count tell of a happening that the text's own one came after."""
    before = folded[sentence.start : start]
    limit = time_limit(before)
    return any(
        happening_pattern(name).search(before, timeout=limit) is not None
        for name in ("recalled-happening", "followed-happening", "since-other-happening")
    )


def _until(found: Dated) -> Dated:
    """All days before some days."""
    first = found.interval.start
    until = DateInterval(None, shift(first, -1)) if first else DateInterval()
    return replace(found, interval=until, background=True)


def _in_sentence(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    return start - sentence.start, end - sentence.start
