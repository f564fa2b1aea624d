"""Whom a figure came from, told behind it: "19 died. The figure came from residents."."""

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.denials import tells_number
from extractors.attribution.relation import Relation
from extractors.document.text import Sentence
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
    figure = Span.of(analysis.parsed.text, start, end)
    return _given_in(text, sentence, "figure-given-with-its-source", figure) or _given_in(
        text, analysis.parsed.sentence_behind(sentence), "figure-given-later", figure
    )


def _given_in(text: str, place: Sentence | None, name: str, figure: Span) -> Relation | None:
    """Whom a sentence names as who gave a figure; where it repeats one, only of that."""
    found = place and pattern(name).match(text[place.start : place.end])
    if place is None or not found:
        return None
    told = found.groupdict().get("figure", figure.text)
    if figure.text.casefold() not in told.casefold():
        return None  # "the figure of 19 came from residents, and 40 others were hurt"
    source, cue = (
        Span.of(text, *(place.start + at for at in found.span(part))) for part in ("source", "cue")
    )
    return Relation(source=source, cue=cue, content=(figure,), rule=name)
