"""What somebody's day is told by: "on Tuesday, the day after guards shot dead nine people"."""

from dataclasses import replace

from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import Sentence
from extractors.events.clause_distance import hangs_on, is_clause_of
from extractors.events.when.calendar import DateInterval, shift
from extractors.events.when.dated import Dated
from extractors.languages.patterns import pattern


def before_day_after(
    parsed: DocumentAnalysis, found: Dated, sentence: Sentence, start: int, end: int
) -> Dated:
    """The day before the one told, for a count of what went before it.

    Args:
        parsed: The document.
        found: What dates the count.
        sentence: The sentence of the count.
        start: Where the count begins in the text.
        end: Where it ends.
    """
    anchor = pattern("the-day-after-clause").search(parsed.folded, sentence.start, start)
    first, last = found.interval.start, found.interval.end
    if anchor is None or first is None or last is None or anchor.end() <= found.start:
        return found
    tree, offset = parsed.tree(sentence.index), sentence.start
    count = start - offset, end - offset
    hangs = hangs_on(tree, count, (anchor.start() - offset, anchor.end() - offset))
    if not hangs and not is_clause_of(
        tree, count, (anchor.start(1) - offset, anchor.end() - offset)
    ):
        return found
    days = DateInterval(shift(first, -1), shift(last, -1))
    return replace(found, interval=days, background=True)
