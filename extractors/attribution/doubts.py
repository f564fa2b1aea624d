"""The doubt that a text casts on a figure, or on who states it."""

from collections.abc import Sequence

import regex

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.cues.cue_lexicon import Force
from extractors.attribution.cues.hedging import find_hedge
from extractors.attribution.relation import Relation
from extractors.languages.speech_words import speech_words


def find_doubt(
    analysis: AttributionAnalysis,
    start: int,
    end: int,
    relation: Relation | None,
    holding: Sequence[Relation],
) -> str | None:
    """The doubt that the cue casts, or a word of doubt beside the figure.

    Args:
        analysis: The document.
        start: Where the figure starts.
        end: Where it ends.
        relation: The relation that states it; null for what the article tells.
        holding: The relations whose content holds it.
    """
    if relation is not None and (found := _of_speaker(relation)):
        return found
    found = _beside(analysis, start, end, relation)
    if found is None and relation is None:
        unnamed = (each for each in holding if each.source is None)
        cast = (each.hedge for each in unnamed if each.hedge and each.force is Force.STATES)
        found = next(cast, None)
    return found.lower() if found else None


def _of_speaker(relation: Relation) -> str | None:
    """The doubt that a cue casts, or the words for its source: "alleged witnesses"."""
    if relation.hedge:
        return relation.hedge.lower()
    words = regex.split(r"\W+", relation.source.text.lower()) if relation.source else []
    return next((word for word in words if word in speech_words("doubted")), None)


def _beside(
    analysis: AttributionAnalysis, start: int, end: int, relation: Relation | None
) -> str | None:
    """A word of doubt beside a figure, in its sentence and in what its speaker says."""
    sentence = analysis.parsed.sentence_at(start)
    if sentence is None:
        return None
    left, right, offset = sentence.start, sentence.end, sentence.start
    if relation is not None:
        holding_it = (span for span in relation.content if span.start <= start < span.end)
        span = next(holding_it, sentence)
        left, right = max(left, span.start), min(right, span.end)
    tree = analysis.parsed.tree(sentence.index)
    return find_hedge(tree, start - offset, end - offset, left - offset, right - offset)
