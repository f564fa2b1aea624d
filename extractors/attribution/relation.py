"""What attribution finds: a source, a cue and a content."""

from dataclasses import dataclass

from extractors.attribution.cues import Force, Polarity
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

    def covers(self, start: int, end: int) -> bool:
        """Whether one span of the content holds the characters."""
        return any(span.start <= start and end <= span.end for span in self.content)
