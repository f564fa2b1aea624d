"""A cue found in one sentence, before quotations are joined to it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from extractors.attribution.cues.cue_lexicon import Cue, Force, Polarity

Offsets = tuple[int, int]
"""Start and end in the document's text."""


def paragraph_of(paragraphs: Sequence[Offsets], offset: int) -> int:
    """The place in its order of the paragraph that holds a character."""
    return bisect_right(paragraphs, offset, key=itemgetter(0)) - 1


@dataclass(frozen=True, slots=True)
class CueFrame:
    """A cue with its source and content, in offsets of the document.

    Attributes:
        cue: Where the cue stands.
        entry: Its entry in the lexicon; none for a label ("Police: two dead").
        sources: Where the sources stand; several where they are joined by "and".
        contents: Where the content stands; empty for a cue that only a quotation completes.
        hops: Where the media stand that pass the words on.
        polarity: What the source does with the content.
        force: Whether it is an account of what is.
    """

    cue: Offsets
    entry: Cue | None
    sources: tuple[Offsets, ...]
    contents: tuple[Offsets, ...] = ()
    hops: tuple[Offsets, ...] = ()
    polarity: Polarity = Polarity.ASSERTS
    force: Force = Force.STATES
    hedge: bool = False
    takes_quote: bool = field(default=True)
