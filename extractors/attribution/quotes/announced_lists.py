"""Announced lists: "Military sources reported the following:" before 1. …, 2. …, 3. …"."""

from collections.abc import Iterator, Sequence

import regex

from extractors.attribution.cues.frame import Offsets
from extractors.document.text import time_limit

_ITEM = regex.compile(r"\s*(?:\(?\d{1,2}[.)]|\(?[a-z]\)|[-–—•*])\s")
_INLINE = regex.compile(r":\s+(?=\(?1[.)]\s)")


def find_announced_lists(text: str, paragraphs: Sequence[Offsets]) -> Iterator[tuple[int, Offsets]]:
    """Find lists that a colon announces.

    A list ends with its last item: what stands between two items belongs to it, and with what
    follows the last one the article's own voice returns.

    Args:
        text: The document's text.
        paragraphs: Start and end of each paragraph.

    Yields:
        Where the colon stands, and where the list does.
    """
    starts = [start for start, _ in paragraphs]
    items = [bool(_ITEM.match(text, start, end)) for start, end in paragraphs]
    for place, (start, end) in enumerate(paragraphs):
        inline = _INLINE.search(text, start, end, timeout=time_limit(text, start, end))
        if inline is not None:
            yield inline.start(), (inline.end(), end)
        elif text[end - 1] == ":" and any(items[place + 1 : place + 2]):
            last = _last_item(items, place + 1)
            yield end - 1, (starts[place + 1], paragraphs[last][1])


def _last_item(items: Sequence[bool], first: int) -> int:
    """The last item of a list, whose items stand at most two paragraphs apart."""
    last = place = first
    while place < len(items) and place <= last + 3:
        last = place if items[place] else last
        place += 1
    return last
