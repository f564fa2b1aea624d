"""Whom a figure came from, told behind it: "19 died. The figure came from residents."."""

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.denials import tells_number
from extractors.attribution.relation import Relation
from extractors.languages.patterns import pattern
from schemas import Span


def find_later_source(analysis: AttributionAnalysis, start: int, end: int) -> Relation | None:
    """Find who gave a number that the article tells without a source.

    Args:
        analysis: The document.
        start: Where the figure starts.
        end: Where it ends.

    Returns:
        The relation; null unless its sentence or the next one says where the figure comes from.
    """
    text, sentence = analysis.text, analysis.parsed.sentence_at(start)
    if sentence is None or not tells_number(text[start:end]):
        return None
    places = (
        (analysis.parsed.sentence_behind(sentence), pattern("figure-given-later")),
        (sentence, pattern("figure-given-with-its-source")),
    )
    for place, given in places:
        found = place and given.match(text[place.start : place.end])
        if not found or place is None:
            continue
        told = found.groupdict().get("figure")
        if told is not None and text[start:end] not in told:
            continue  # "the figure of 19 came from residents, and 40 others were hurt"
        source, cue = (
            Span.of(text, *(place.start + at for at in found.span(name)))
            for name in ("source", "cue")
        )
        figure = Span.of(analysis.parsed.text, start, end)
        return Relation(source=source, cue=cue, content=(figure,), rule="figure-given-later")
    return None
