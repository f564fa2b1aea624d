"""Lists of links to other stories, which tell nothing of the event of the text they stand in."""

import re
from collections.abc import Collection
from itertools import groupby

LEAST = 2
"""Entries that make a list."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ENTRY = re.compile(r"([+•·▪◦‣*»>–—-])\s+\S.*(?<![.!?…:;\"”’)])")
"""A line with a mark before it that ends no sentence: the title of another story."""


def without_link_lists(text: str, told: Collection[int]) -> str:
    """A text without the lists of titles that a site puts between its paragraphs.

    Args:
        text: The text.
        told: Offsets of its claims: a list that counts people is no list of links.
    """
    lines = [match for match in _LINE.finditer(text) if match[0].strip()]
    lists = [
        [line.span() for line in run]
        for mark, run in groupby(lines, key=lambda line: _mark_of(line[0]))
        if mark
    ]
    kept, at = [], 0
    for spans in lists:
        start, end = spans[0][0], spans[-1][1]
        if len(spans) >= LEAST and not any(start <= claim < end for claim in told):
            kept.append(text[at:start])
            at = end
    return "".join((*kept, text[at:]))


def _mark_of(line: str) -> str:
    """The mark before an entry of a list; empty for another line."""
    entry = _ENTRY.fullmatch(line.strip())
    return entry[1] if entry else ""
