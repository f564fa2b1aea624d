"""Counts told by "the figure" alone: "ten died; the police put the figure at 12"."""

from collections.abc import Iterator, Sequence

import regex

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.tolls import counts_things, is_value
from extractors.document.text import time_limit
from extractors.quantities.numbers import Number

FIGURE = "figure"
"""The rule."""
_FIGURE = regex.compile(
    r"(?i)\b(?:the|that|this|its|their|his|her|a)\s+(?:(?:actual|real|true|correct|total|final|latest"
    r"|official|overall|confirmed|lower|higher|own)\s+){0,2}"
    r"(?P<noun>figure|number|count|tally|total)\b"
)
_OF_OTHERS = regex.compile(r"\sof\s(?!$)")


def names_figure(folded: str) -> bool:
    """Whether a sentence speaks of a figure without saying of what."""
    return _FIGURE.search(folded, timeout=time_limit(folded)) is not None


def find_figures(
    sentence: SentenceView, free: Sequence[Number], told: Sequence[Casualty]
) -> Iterator[Casualty]:
    """Find the numbers that are said to be the figure of what was told before.

    Where several harms were told it stays open which is meant, and nothing is found.

    Args:
        sentence: The sentence.
        free: Its numbers that no other rule took.
        told: The counts before, of this sentence or the one before it.
    """
    harms = {casualty.harm for casualty in told if casualty.whole is None}
    if len(harms) != 1:
        return
    (harm,) = harms
    for figure in _FIGURE.finditer(sentence.folded, timeout=time_limit(sentence.folded)):
        number = next((n for n in free if n.start >= figure.end()), None)
        words = sentence.tree.char_span(*figure.span("noun"), alignment_mode="expand")
        if number is None or words is None:
            continue
        between = sentence.folded[figure.end() : number.start]
        if _OF_OTHERS.match(between) or counts_things(sentence, number):
            continue
        if is_value(between):
            yield Casualty(harm, number, None, words.root, FIGURE)
