"""What attribution finds: a source, a cue and a content."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.attribution.cues.cue_lexicon import Force, Polarity
from extractors.attribution.cues.frame import CueFrame
from extractors.attribution.quotes.quotation_marks import Quote
from schemas import Quotation, Span


@dataclass(frozen=True, slots=True)
class Relation:
    """A source that said something.

    Attributes:
        source: The source words; null where the text names none ("it was announced").
        cue: The words that tie the two.
        content: What was said; several spans where the cue interrupts it.
        quotation: Whether the content is the source's own words.
        polarity: Whether the source asserts, denies or withholds the content.
        force: Whether the content is the source's account of what is.
        hedge: The doubt that the cue itself casts ("claimed").
        rule: The cue's entry in the lexicon ("label" for names before a colon or in brackets).
        hops: Who passed the source's words on, the outlet's end first ("AFP quoted him").
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    quotation: Quotation = Quotation.INDIRECT
    polarity: Polarity = Polarity.ASSERTS
    force: Force = Force.STATES
    hedge: str | None = None
    rule: str = "label"
    hops: tuple[Span, ...] = ()

    @property
    def size(self) -> int:
        """Number of characters of the content."""
        return sum(span.end - span.start for span in self.content)

    @property
    def is_label(self) -> bool:
        """Whether a name alone tells who speaks: "Army: five died" has no word of saying."""
        return self.cue is None or not any(map(str.isalpha, self.cue.text))

    def covers(self, start: int, end: int) -> bool:
        """Whether one span of the content holds the characters."""
        return any(span.start <= start and end <= span.end for span in self.content)


def build_relations(
    text: str, frames: Iterable[CueFrame], quotes: Sequence[Quote]
) -> tuple[Relation, ...]:
    """Make relations of cues, one for each source of a cue.

    Args:
        text: The document's text.
        frames: The cues, their quotations joined to them.
        quotes: The document's quotations.
    """
    return tuple(relation for frame in frames for relation in _relations(text, frame, quotes))


def _relations(text: str, frame: CueFrame, quotes: Sequence[Quote]) -> Iterator[Relation]:
    if not frame.contents:
        return
    content = tuple(Span.of(text, start, end) for start, end in frame.contents)
    cue = Span.of(text, *frame.cue)
    for source in frame.sources or (None,):
        yield Relation(
            source=Span.of(text, *source) if source else None,
            cue=cue,
            content=content,
            quotation=_quotation(frame, quotes),
            polarity=frame.polarity,
            force=frame.force,
            hedge=cue.text if frame.hedge else None,
            rule=frame.entry.id if frame.entry else "label",
            hops=tuple(Span.of(text, *hop) for hop in frame.hops),
        )


def _quotation(frame: CueFrame, quotes: Sequence[Quote]) -> Quotation:
    """Whether the content is quoted in whole, in part or not at all."""
    total = sum(end - start for start, end in frame.contents)
    quoted = sum(
        max(0, min(end, quote.end) - max(start, quote.start))
        for quote in quotes
        if quote.level == 0 and not quote.start <= frame.cue[0] < quote.end
        for start, end in frame.contents
    )
    if quoted == 0:
        return Quotation.INDIRECT
    return Quotation.DIRECT if quoted >= 0.9 * total else Quotation.MIXED
