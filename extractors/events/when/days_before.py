"""Counts of what went before the day that their sentence tells."""

from dataclasses import replace

from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import Sentence
from extractors.events.clause_distance import hangs_on, is_clause_of
from extractors.events.when.calendar import DateInterval, shift
from extractors.events.when.dated import Dated
from extractors.languages.patterns import pattern


def put_before(
    parsed: DocumentAnalysis, found: Dated, sentence: Sentence, start: int, end: int
) -> Dated:
    """The days before those told, for a count of what their deed took revenge for, or came after.

    "Troops shelled the town on Sunday to avenge the deaths of nine guards"; "on Tuesday, the day
    after guards shot dead nine people".

    Args:
        parsed: The document.
        found: What dates the count.
        sentence: The sentence of the count.
        start: Where the count begins in the text.
        end: Where it ends.
    """
    for put_right in (_before_revenge, _before_day_after):
        found = put_right(parsed, found, sentence, start, end)
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
    first = found.interval.start
    until = DateInterval(None, shift(first, -1)) if first else DateInterval()
    return replace(found, interval=until, background=True)


def _before_day_after(
    parsed: DocumentAnalysis, found: Dated, sentence: Sentence, start: int, end: int
) -> Dated:
    """The day before the one told, for a count of what that day came after."""
    anchor = pattern("the-day-after-clause").search(parsed.folded, sentence.start, start)
    first, last = found.interval.start, found.interval.end
    if anchor is None or first is None or last is None or anchor.end() <= found.start:
        return found
    is_of_other = pattern("day-before-anchor").search(parsed.folded, sentence.start, anchor.start())
    if is_of_other is not None and found.start < sentence.start:
        return found  # "spoke on Monday, one day after": the day found is that of the event
    tree, count = parsed.tree(sentence.index), _in_sentence(sentence, start, end)
    opener = _in_sentence(sentence, anchor.start(1), anchor.end())
    if not (
        hangs_on(tree, count, _in_sentence(sentence, *anchor.span()))
        or is_clause_of(tree, count, opener)
    ):
        return found
    days = DateInterval(shift(first, -1), shift(last, -1))
    return replace(found, interval=days, background=True)


def _in_sentence(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    return start - sentence.start, end - sentence.start
