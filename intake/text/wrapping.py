"""Texts whose lines were broken to a width: their lines are no headlines."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from intake.text.datelines import find_dateline
from intake.text.lines import LineKind, PageLine, split_lines

WRAPPED = 40
"""Characters of a line that was broken because it was full."""


def content_lines(content: str) -> list[PageLine]:
    """The lines of a page that are not blank; those of a broken paragraph count as prose."""
    found: list[PageLine] = []
    block: list[PageLine] = []
    for line in split_lines(content):
        if line.kind is LineKind.BLANK:
            found += _mended(block)
            block = []
        else:
            block.append(line)
    return [*found, *_mended(block)]


def _mended(block: Sequence[PageLine]) -> Sequence[PageLine]:
    """Read lines without a blank one between as a paragraph, if it runs on from line to line."""
    if len(block) < 2 or all(line.kind is not LineKind.TITLE for line in block):
        return block
    runs_on = [_runs_on(line, following) for line, following in pairwise(block)]
    is_paragraph = 3 * sum(runs_on) >= len(block) or _is_wire(block)
    # The first line may be a headline right above its text, unless a dateline opens it.
    opens = find_dateline(block[0].text) is not None
    wrapped = [
        on or (is_paragraph and (at > 0 or opens)) for at, on in enumerate([*runs_on, False])
    ]
    return [
        replace(line, kind=LineKind.PROSE) if line.kind is LineKind.TITLE and is_wrapped else line
        for line, is_wrapped in zip(block, wrapped, strict=True)
    ]


def _runs_on(line: PageLine, following: PageLine) -> bool:
    return len(line.text) >= WRAPPED and following.text[:1].islower()


def _is_wire(block: Sequence[PageLine]) -> bool:
    """Whether the lines are those of an agency's message in capitals."""
    text = "".join(line.text for line in block)
    full = sum(len(line.text) >= WRAPPED for line in block)
    return len(block) > 2 and text.isupper() and full >= len(block) - 2
