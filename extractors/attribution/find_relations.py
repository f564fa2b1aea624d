"""Relations of a document: sources, cues and contents of the sentences in view."""

from collections.abc import Iterable

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.cues.frame import CueFrame
from extractors.attribution.layout import Layout
from extractors.attribution.quotes.blocks import fill_blocks
from extractors.attribution.quotes.joining import join_quotes
from extractors.attribution.relation import Relation, build_relations
from extractors.languages.speech_words import speech_words


def find_relations(
    analysis: AttributionAnalysis, sentences: Iterable[int] | None = None
) -> tuple[Relation, ...]:
    """Find who said what.

    Args:
        analysis: The document.
        sentences: Indices of the sentences whose cues are wanted; all where none are given.

    Returns:
        The relations in order of their cues.
    """
    parsed = analysis.parsed
    wanted = range(len(parsed.sentences)) if sentences is None else sorted(set(sentences))
    layout, text = analysis.layout, parsed.text
    turns = {turn.cue for turn in layout.turns}
    frames = [
        frame
        for index in wanted
        for frame in analysis.frames(index)
        if frame.cue not in turns and not _is_own_voice(text, frame, layout)
    ]
    joined = join_quotes(text, frames, layout.quotes, layout.paragraphs)
    told = fill_blocks(text, joined, layout.paragraphs)
    return (*build_relations(text, told, layout.quotes), *analysis.turns, *analysis.announced)


def _is_own_voice(text: str, frame: CueFrame, layout: Layout) -> bool:
    """Whether a cue is part of what its speaker says of himself: "I think that …"."""
    return bool(frame.sources) and all(
        text[start:end].lower() in speech_words("own-voice")
        and (
            any(quote.holds(start) for quote in layout.quotes)
            or any(left <= start < right for turn in layout.turns for left, right in turn.contents)
        )
        for start, end in frame.sources
    )
