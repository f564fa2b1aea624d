"""Whom a figure came from, told a sentence later: "19 died. The figure came from residents."."""

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.relation import Relation
from extractors.document.text import Sentence
from extractors.languages.patterns import pattern
from schemas import Span


def find_later_source(
    analysis: AttributionAnalysis, sentence: Sentence, start: int, end: int
) -> Relation | None:
    """Find who gave a figure that the article tells without a source.

    Args:
        analysis: The document.
        sentence: The sentence with the figure.
        start: Where the figure starts.
        end: Where it ends.

    Returns:
        The relation; null unless the next sentence says where the figure comes from.
    """
    sentences, following = analysis.parsed.sentences, sentence.index + 1
    if following >= len(sentences) or sentences[following].paragraph - sentence.paragraph > 1:
        return None
    after = sentences[following]
    found = pattern("figure-given-later").match(analysis.text[after.start : after.end])
    if found is None:
        return None
    source, cue = (
        Span.of(analysis.text, *(after.start + place for place in found.span(name)))
        for name in ("source", "cue")
    )
    told = Span.of(analysis.parsed.text, start, end)
    return Relation(source=source, cue=cue, content=(told,), rule="figure-given-later")
