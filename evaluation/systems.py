"""Who is measured: the extractor, and the baselines."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation.attribution_scores import FoundRelation
from evaluation.baselines.numbers import find_by_quantulum, find_by_regex
from evaluation.baselines.quotations import find_quotations, find_quoted_claims
from evaluation.coding import CodedClaim
from schemas import Claim, Document

if TYPE_CHECKING:
    from extractors.attribution import Relation

BATCH = 32
"""Documents whose parses are held at a time."""

ClaimFinder = Callable[[Sequence[Document]], list[tuple[CodedClaim, ...]]]
RelationFinder = Callable[[Sequence[Document]], list[tuple[FoundRelation, ...]]]


@dataclass(frozen=True, slots=True)
class System:
    """Something that finds claims, attributions, or both.

    Attributes:
        name: How it is called in tables.
        find_claims: Documents to claims.
        find_relations: Documents to attributions.
        needs_textacy: Whether it runs only where textacy is installed.
    """

    name: str
    find_claims: ClaimFinder | None = None
    find_relations: RelationFinder | None = None
    needs_textacy: bool = False


def extract(documents: Sequence[Document]) -> Iterator[tuple[Claim, ...]]:
    """Find the claims of documents with the extractor, a batch at a time."""
    import extractors  # noqa: PLC0415 - loads a language model

    for batch in _batches(documents):
        yield from (extraction.claims for extraction in extractors.extract_batch(batch))


def _batches(documents: Sequence[Document]) -> Iterator[Sequence[Document]]:
    return (documents[start : start + BATCH] for start in range(0, len(documents), BATCH))


def _extract_coded(documents: Sequence[Document]) -> list[tuple[CodedClaim, ...]]:
    return [tuple(map(CodedClaim.of, claims)) for claims in extract(documents)]


def _attribute(documents: Sequence[Document]) -> list[tuple[FoundRelation, ...]]:
    """Find attributions in every sentence, not only in those that can hold a claim."""
    from extractors.attribution import (  # noqa: PLC0415 - loads a language model
        AttributionAnalysis,
        find_relations,
    )
    from extractors.document.analysis import DocumentAnalysis, parse_sentences  # noqa: PLC0415

    found = []
    for batch in _batches(documents):
        parsed = [DocumentAnalysis(document.text) for document in batch]
        parse_sentences((each, range(len(each.sentences))) for each in parsed)
        found += [_sourced(find_relations(AttributionAnalysis(each))) for each in parsed]
    return found


def _sourced(relations: Iterable["Relation"]) -> tuple[FoundRelation, ...]:
    return tuple(
        FoundRelation(
            ((relation.source.start, relation.source.end),),
            tuple((span.start, span.end) for span in relation.content),
        )
        for relation in relations
        if relation.source
    )


EXTRACTOR = System("tollcheck", _extract_coded, _attribute)
BASELINES = (
    System("regex", lambda documents: [find_by_regex(each) for each in documents]),
    System("quantulum3", lambda documents: [find_by_quantulum(each) for each in documents]),
    System("quantulum3 + textacy", find_quoted_claims, None, needs_textacy=True),
    System("textacy", None, find_quotations, needs_textacy=True),
)
