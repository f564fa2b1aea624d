"""Relations of a document: sources, cues and contents of the sentences in view."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from extractors.attribution.blocks import fill_blocks, find_colon_frame
from extractors.attribution.direct import join_quotes
from extractors.attribution.frame import Frame, Offsets
from extractors.attribution.labels import find_label_frames
from extractors.attribution.nouns import find_noun_frames
from extractors.attribution.phrases import find_phrase_frames
from extractors.attribution.quotation import Quote, find_quotes
from extractors.attribution.reading import cased_text
from extractors.attribution.relation import Relation
from extractors.attribution.transcripts import find_turns
from extractors.attribution.verbs import find_verb_frames
from extractors.attribution.verdicts import find_verdicts
from extractors.parse import ParsedDocument
from extractors.text import Sentence
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
    quotes = find_quotes(parsed.text, parsed.sentences)
    paragraphs = paragraphs_of(parsed.sentences)
    cased = cased_text(parsed)
    turns = find_turns(cased, paragraphs)
    named = {turn.cue for turn in turns}
    frames = [
        frame
        for index in wanted
        for frame in _frames(parsed, cased, index)
        if frame.cue not in named
    ]
    spoken = [
        *quotes,
        *(Quote(*turn.contents[0], 0, closed=True, continues=False) for turn in turns),
    ]
    frames = [frame for frame in frames if not _is_own_voice(parsed.text, frame, spoken)]
    joined = join_quotes(parsed.text, frames, quotes, paragraphs)
    told = [*fill_blocks(parsed, joined, paragraphs), *turns]
    return tuple(relation for frame in told for relation in _relations(parsed.text, frame, quotes))


def paragraphs_of(sentences: Sequence[Sentence]) -> tuple[Offsets, ...]:
    """Start and end of each paragraph."""
    return tuple(
        (members[0].start, members[-1].end)
        for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph)
        for members in [list(group)]
    )


def _frames(parsed: ParsedDocument, cased: str, index: int) -> list[Frame]:
    tree, offset = parsed.tree(index), parsed.sentences[index].start
    found = [
        *find_verb_frames(tree, offset),
        *find_noun_frames(tree, offset),
        *find_phrase_frames(tree, offset),
        *find_label_frames(cased, parsed.sentences[index]),
    ]
    found += find_verdicts(tree, offset, found)
    if (colon := find_colon_frame(parsed, index, found)) is not None:
        found.append(colon)
    return sorted(found, key=lambda frame: frame.cue)


def _is_own_voice(text: str, frame: Frame, quotes: Sequence[Quote]) -> bool:
    """Whether a cue is part of what its speaker quotes of himself: "I think that …"."""
    return bool(frame.sources) and all(
        text[start:end].lower() in _OWN_VOICE and any(quote.holds(start) for quote in quotes)
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
