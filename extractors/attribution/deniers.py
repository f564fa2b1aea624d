"""Who denies, elsewhere in a text, what the speakers of a figure assert."""

from collections.abc import Iterable, Iterator, Sequence

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.cues.cue_lexicon import Polarity
from extractors.attribution.denials import find_later_denials, find_pronominal_denials
from extractors.attribution.relation import Relation
from extractors.attribution.speakers.resolve import resolve
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from schemas import Span


def find_deniers(
    analysis: AttributionAnalysis, chosen: Sequence[Relation], start: int, end: int
) -> list[Relation]:
    """Find who denies, elsewhere in the text, what the speakers of a figure assert.

    Args:
        analysis: The document.
        chosen: The speakers of the figure.
        start: Where the figure starts.
        end: Where it ends.
    """
    sentence = analysis.parsed.sentence_at(start)
    if not chosen or sentence is None or chosen[0].polarity is not Polarity.ASSERTS:
        return []
    denials = (
        *find_pronominal_denials(analysis, sentence, start, end),
        *find_later_denials(analysis, sentence, start, end),
    )
    told = (each for each in denials if not _is_of_somebody_else(analysis, each, chosen))
    return [*_other_deniers(chosen, told)]


def _is_of_somebody_else(
    analysis: AttributionAnalysis, denial: Relation, chosen: Sequence[Relation]
) -> bool:
    """Whether a denial is of what another claims: "her claims were denied", of a list's figure.

    "Vardia said 40 died. The town put the toll at 53. The army denied Vardia's claim."
    """
    named = pattern("claim-of-somebody").match(denial.content[0].text)
    if named is not None:
        return _is_claimed_by_another(analysis, named["owner"], denial.content[0].start, chosen)
    owner = denial.content[0].text.partition(" ")[0]
    if owner.casefold() not in words_of("owner-one"):
        return False
    start = denial.content[0].start
    meant = resolve(analysis, Span.of(analysis.text, start, start + len(owner))).name
    holders = {resolve(analysis, each.source).name for each in chosen if each.source is not None}
    return meant.casefold() != owner.casefold() and meant not in holders


def _is_claimed_by_another(
    analysis: AttributionAnalysis, owner: str, start: int, chosen: Sequence[Relation]
) -> bool:
    """Whether somebody other than the chosen speakers, who spoke before, bears a name."""
    if any(each.source is not None and owner in each.source.text for each in chosen):
        return False
    bodies = (resolve(analysis, each.source) for each in chosen if each.source is not None)
    if any(owner in f"{each.name} {each.body} {each.country}" for each in bodies):
        return False
    last = analysis.parsed.sentence_at(start)
    before = analysis.parsed.sentences[: last.index] if last is not None else ()
    spoke = (
        source
        for each in before
        for frame in analysis.frames(each.index)
        for source in frame.sources
    )
    return any(owner in analysis.text[slice(*source)] for source in spoke)


def _other_deniers(chosen: Sequence[Relation], denials: Iterable[Relation]) -> Iterator[Relation]:
    """Who denies, a sentence later, what others said: nobody denies what the article tells."""
    known = {relation.source.text.lower() for relation in chosen if relation.source}
    for denial in denials:
        if denial.source is not None and denial.source.text.lower() not in known:
            yield denial
            return
