"""Relations of a document: sources, cues and contents of the sentences in view."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from extractors.attribution.blocks import fill_blocks
from extractors.attribution.cueing import frames_of
from extractors.attribution.direct import join_quotes
from extractors.attribution.frame import Frame
from extractors.attribution.layout import Layout, layout_of
from extractors.attribution.quotation import Quote
from extractors.attribution.relation import Relation
from extractors.document.analysis import ParsedDocument
from schemas import Quotation, Span

_OWN_VOICE = frozenset({"i", "we", "you"})


def find_relations(
    parsed: ParsedDocument, sentences: Iterable[int] | None = None
) -> tuple[Relation, ...]:
    """Find who said what.

    Args:
        parsed: The document.
        sentences: Indices of the sentences whose cues are wanted; all where none are given.

    Returns:
        The relations in order of their cues.
    """
    wanted = range(len(parsed.sentences)) if sentences is None else sorted(set(sentences))
    layout = layout_of(parsed)
    turns = {turn.cue for turn in layout.turns}
    frames = [
        frame
        for index in wanted
        for frame in frames_of(parsed, index)
        if frame.cue not in turns and not _is_own_voice(parsed.text, frame, layout)
    ]
    joined = join_quotes(parsed.text, frames, layout.quotes, layout.paragraphs)
    told = fill_blocks(parsed, joined, layout.paragraphs)
    return (*_all_relations(parsed, told), *_turns(parsed))


@lru_cache(maxsize=8)
def _turns(parsed: ParsedDocument) -> tuple[Relation, ...]:
    """What is said in the turns of a transcript, found once."""
    return _all_relations(parsed, layout_of(parsed).turns)


def _all_relations(parsed: ParsedDocument, frames: Iterable[Frame]) -> tuple[Relation, ...]:
    quotes = layout_of(parsed).quotes
    return tuple(
        relation for frame in frames for relation in _relations(parsed.text, frame, quotes)
    )


def _is_own_voice(text: str, frame: Frame, layout: Layout) -> bool:
    """Whether a cue is part of what its speaker says of himself: "I think that …"."""
    return bool(frame.sources) and all(
        text[start:end].lower() in _OWN_VOICE
        and (
            any(quote.holds(start) for quote in layout.quotes)
            or any(left <= start < right for turn in layout.turns for left, right in turn.contents)
        )
        for start, end in frame.sources
    )


def _relations(text: str, frame: Frame, quotes: Sequence[Quote]) -> Iterator[Relation]:
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


def _quotation(frame: Frame, quotes: Sequence[Quote]) -> Quotation:
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
