"""Text with the words of claims marked, safe to show whatever it holds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import regex
from markupsafe import Markup, escape

from warehouse.read_models.claim_rows import MarkedClaim

SPOKEN = {
    "quantity": "figure",
    "source": "source",
    "cue": "words of saying",
    "victims": "victims",
    "place": "place",
    "day": "day",
    "other": "figure of another claim",
}
"""How a screen reader names each kind of mark."""

OPENING = {
    kind: Markup('<span class="unseen">[%s: </span>') % name for kind, name in SPOKEN.items()
}
CLOSING = Markup('<span class="unseen">]</span>')
FIGURE, MARKED, UNMARKED = Markup("<mark>"), Markup("<mark class=%s>"), Markup("</mark>")
PIECE = Markup('<mark class="%s piece">')
EVIDENCE, END_OF_EVIDENCE = Markup("<span>"), Markup("</span>")
NOTE = Markup("<a id=at-%d href=#claim-%d>%d</a>")
CONTROL = Markup('<span class="control" data-length="1">%s</span>')

HIDDEN = regex.compile(
    r"[[\p{Cc}\p{Cf}\p{Co}\p{Cs}]--[\n\t\u200c\u200d\ufe0e\ufe0f]]", regex.VERSION1
)
"""Controls without a shape of their own, but for line ends and what scripts and emoji need."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of text that plays a part in a claim.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character.
        kind: Which part: quantity, source, cue, victims, place, day or evidence; or other, for the
            figure of another claim.
        note: Number of the claim's note beside the text; 0 for none.
    """

    start: int
    end: int
    kind: str
    note: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which the marks are the same."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks_of(claim: MarkedClaim, note: int = 0, *, evidence: bool = False) -> list[Mark]:
    """The marks of a claim's words."""
    spans = [
        ("quantity", claim.quantity_start, claim.quantity_end),
        ("source", claim.source_start, claim.source_end),
        ("cue", claim.cue_start, claim.cue_end),
        ("victims", claim.victims_start, claim.victims_end),
    ]
    if evidence:
        spans.append(("evidence", claim.evidence_start, claim.evidence_end))
    return [
        Mark(start, end, kind, note)
        for kind, start, end in spans
        if start is not None and end is not None
    ]


def cut(start: int, end: int, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Cut a stretch of text where marks begin and end."""
    bounds = {start, end}
    for mark in marks:
        bounds |= {min(max(mark.start, start), end), min(max(mark.end, start), end)}
    edges = sorted(bounds)
    waiting, active = sorted(marks, reverse=True), list[Mark]()
    for here, after in pairwise(edges):
        while waiting and waiting[-1].start <= here:
            active.append(waiting.pop())
        active = [mark for mark in active if mark.end > here]
        yield Segment(here, after, tuple(active))


def marked(text: str, marks: Sequence[Mark], start: int = 0, end: int | None = None) -> Markup:
    """Text as HTML with its marks.

    Args:
        text: The document's text.
        marks: The marks, whose offsets refer to `text`.
        start: Where to begin.
        end: Where to stop; the text's end, if not given.
    """
    stop = len(text) if end is None else end
    # Two claims of one speaker share words; only figures are told apart, by their notes.
    shared = {Mark(m.start, m.end, m.kind, m.note if m.kind == "quantity" else 0) for m in marks}
    parts = list[Markup]()
    for is_evidence, segments in groupby(cut(start, stop, sorted(shared)), is_in_evidence):
        inside = [html(text, segment) for segment in segments]
        parts += [EVIDENCE, *inside, END_OF_EVIDENCE] if is_evidence else inside
    return joined(parts)


def is_in_evidence(segment: Segment) -> bool:
    """Whether a segment belongs to the sentence of a claim."""
    return any(mark.kind == "evidence" for mark in segment.marks)


def sentence(claim: MarkedClaim, *beside: MarkedClaim) -> Markup:
    """A claim's sentence with its marks; words outside the sentence stay unmarked.

    Args:
        claim: The claim.
        *beside: Other claims of the sentence, whose words are marked, too.
    """
    first, last = claim.evidence_start, claim.evidence_end
    shifted = [
        Mark(mark.start - first, mark.end - first, mark.kind)
        for each in (claim, *beside)
        for mark in marks_of(each)
        if first <= mark.start and mark.end <= last
    ]
    return marked(claim.evidence_text, shifted)


def html(text: str, segment: Segment) -> Markup:
    """One segment as HTML."""
    shown = visible(text[segment.start : segment.end])
    spoken = [m for m in segment.marks if m.kind in SPOKEN]
    if not spoken:
        return shown
    starting = [m for m in spoken if m.start == segment.start]
    ending = [m for m in spoken if m.end == segment.end]
    notes = [NOTE % (m.start, m.note, m.note) for m in ending if m.kind == "quantity" and m.note]
    if len(spoken) == len(starting) == len(ending) == 1:
        # The style sheet says what a whole mark is; of pieces, the text itself says it.
        kind = spoken[0].kind
        opening = FIGURE if kind == "quantity" else MARKED % kind
        return joined([opening, shown, UNMARKED, *notes])
    kinds = " ".join(dict.fromkeys(mark.kind for mark in spoken))
    inside = [*(OPENING[m.kind] for m in starting), shown, *(CLOSING for _ in ending)]
    return joined([PIECE % kinds, *inside, UNMARKED, *notes])


def joined(parts: Iterable[Markup]) -> Markup:
    """Pieces of HTML, one after the other."""
    return Markup("").join(parts)


def visible(text: str) -> Markup:
    """Text in which characters that would reorder or hide others are shown as their code.

    `data-length` tells scripts how many characters of the document a shown code stands for; what
    is unseen, and the numbers of notes, stand for none.
    """
    if not HIDDEN.search(text):
        return escape(text)
    return joined(shown_control(sign) if is_hidden(sign) else escape(sign) for sign in text)


def shown_control(sign: str) -> Markup:
    """A character without a shape of its own; a carriage return needs none."""
    name = "" if sign == "\r" else f"U+{ord(sign):04X}"
    return CONTROL % name


def is_hidden(sign: str) -> bool:
    """Whether a character acts on the text around it without being seen."""
    return HIDDEN.fullmatch(sign) is not None
