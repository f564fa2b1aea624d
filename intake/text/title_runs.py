"""Runs of lines that could be a headline, and the one of them that is."""

from collections import Counter
from collections.abc import Mapping, Sequence

from intake.text.lines import LineKind, PageLine, word_count


def count_texts(lines: Sequence[PageLine]) -> Mapping[str, int]:
    """How often each line stands on a page."""
    return Counter(line.text for line in lines)


def title_run_before(lines: Sequence[PageLine], end: int) -> list[int]:
    """The places of the last title-like lines in a row before `end`."""
    at = end - 1
    while at >= 0 and lines[at].kind is not LineKind.TITLE:
        at -= 1
    last = at
    while at >= 0 and lines[at].kind is LineKind.TITLE:
        at -= 1
    return list(range(at + 1, last + 1))


def pick_title(run: Sequence[PageLine], counts: Mapping[str, int]) -> PageLine | None:
    """Choose the headline among lines that could be one; a single word or number is none.

    A section's name above the headline is short, or stands on the page more than once; a deck
    comes after it.

    Args:
        run: Title-like lines that follow one another.
        counts: How often each line stands on the page.
    """
    named = [line for line in run if word_count(line) >= 2]
    single = [line for line in named if counts[line.text] == 1] or named
    long = [line for line in single if word_count(line) >= 4]
    return next(iter(long or single), None)
