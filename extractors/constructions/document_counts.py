"""The counts of a document's sentences, with what a sentence tells of those of the one before."""

from collections.abc import Iterable, Iterator, Sequence

from extractors.constructions.casualties import Casualty
from extractors.constructions.declared.described_again import describes_again
from extractors.constructions.declared.figure import names_figure
from extractors.constructions.declared.following_part import follows_whole
from extractors.constructions.outcome import settle_outcomes
from extractors.constructions.sentence import find_casualties, find_continued
from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import Sentence
from extractors.languages.patterns import pattern


def find_continuing(parsed: DocumentAnalysis, indices: Sequence[int]) -> list[int]:
    """The sentences that may tell more of the counts of those before them.

    Who knows them can have them parsed with those of other documents, which takes half the time.

    Args:
        parsed: The document.
        indices: The sentences that may hold counts.
    """
    following = {index + 1 for index in indices} - {*indices}
    return [index for index in sorted(following) if _goes_on(parsed, index)]


def find_counts(
    parsed: DocumentAnalysis, indices: Iterable[int]
) -> Iterator[tuple[Sentence, tuple[Casualty, ...]]]:
    """The counts sentence by sentence, with parts that the next sentence tells."""
    found: dict[int, tuple[Casualty, ...]] = {}
    for index in indices:
        folded = parsed.folded_sentence(index)
        told, _ = find_casualties(parsed.tree(index), folded)
        found[index] = settle_outcomes(told, folded, found.get(index - 1, ()))
    for index in sorted(found):
        if not found[index]:
            continue
        yield parsed.sentences[index], found[index]
        following = index + 1
        if not found.get(following) and _goes_on(parsed, following):
            folded = parsed.folded_sentence(following)
            shift = parsed.sentences[following].start - parsed.sentences[index].start
            parts = find_continued(parsed.tree(following), folded, found[index], shift)
            if parts:
                yield parsed.sentences[following], parts


def _goes_on(parsed: DocumentAnalysis, index: int) -> bool:
    """Whether a sentence can tell more of the counts before it: the cheap test.

    In another paragraph it must say that it means the same people: "all 11", "of the dead".
    """
    if index >= len(parsed.sentences):
        return False
    folded = parsed.folded_sentence(index)
    if describes_again(folded) or pattern("of-the-dead-follows").search(folded):
        return True
    is_near = parsed.sentences[index].paragraph == parsed.sentences[index - 1].paragraph
    return is_near and (follows_whole(folded) or names_figure(folded))
