"""What somebody took revenge for, which the day of the revenge does not date."""

from dataclasses import replace

from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import Sentence
from extractors.events.clause_distance import hangs_on
from extractors.events.when.calendar import DateInterval, shift
from extractors.events.when.dated import Dated
from extractors.languages.patterns import pattern


def before_revenge(
    parsed: DocumentAnalysis, found: Dated, sentence: Sentence, start: int, end: int
) -> Dated:
    """The days before those told, for a count of what somebody took revenge for on them.

    "Troops shelled the town on Sunday to avenge the deaths of nine guards."

    Args:
        parsed: The document.
        found: What dates the count.
        sentence: The sentence of the count.
        start: Where the count begins in the text.
        end: Where it ends.
    """
    cause = pattern("in-return-for").search(parsed.folded, sentence.start, start)
    if cause is None or cause.end() <= found.start < sentence.end:
        return found
    tree, offset = parsed.tree(sentence.index), sentence.start
    words = cause.start() - offset, cause.end() - offset
    if not hangs_on(tree, (start - offset, end - offset), words):
        return found
    first = found.interval.start
    until = DateInterval(None, shift(first, -1)) if first else DateInterval()
    return replace(found, interval=until, background=True)
