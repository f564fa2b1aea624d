"""Direct quotations as textacy finds them, alone and as speakers of quantulum3's numbers."""

from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from evaluation.attribution_scores import FoundRelation
from evaluation.baselines.numbers import find_by_quantulum
from evaluation.coding import CodedClaim
from extractors.document.text import split_paragraphs
from extractors.languages.en.parser import load_parser
from schemas import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc

MISSING = "textacy is not installed; `pip install tollcheck[dev]` brings it"


def is_available() -> bool:
    """Whether textacy, which is no dependency of the product, is installed."""
    return find_spec("textacy") is not None


def find_quotations(documents: Sequence[Document]) -> list[tuple[FoundRelation, ...]]:
    """Find the direct quotations of documents: the speaker's words and the quoted.

    Each paragraph is read for itself: over a longer text, one quotation mark that does not pair
    makes textacy give up on all of it.
    """
    pieces = [
        (number, start, document.text[start:end])
        for number, document in enumerate(documents)
        for start, end in split_paragraphs(document.text)
    ]
    found: list[list[FoundRelation]] = [[] for _ in documents]
    trees = load_parser().pipe((text for _, _, text in pieces), batch_size=64)
    for (number, start, _), tree in zip(pieces, trees, strict=True):
        found[number] += _quotations(tree, start)
    return [tuple(relations) for relations in found]


def _quotations(tree: "Doc", offset: int) -> list[FoundRelation]:
    from textacy.extract.triples import direct_quotations  # noqa: PLC0415 - slow to import

    try:
        triples = list(direct_quotations(tree))
    except ValueError:  # marks that do not pair
        return []
    return [
        FoundRelation(
            source=((offset + speaker[0].idx, offset + speaker[-1].idx + len(speaker[-1])),),
            content=((offset + content.start_char, offset + content.end_char),),
        )
        for speaker, _, content in triples
    ]


def find_quoted_claims(documents: Sequence[Document]) -> list[tuple[CodedClaim, ...]]:
    """Find claims with quantulum3, and give those in a quotation its speaker."""
    relations = find_quotations(documents)
    return [
        tuple(_attribute(document, claim, quotations) for claim in find_by_quantulum(document))
        for document, quotations in zip(documents, relations, strict=True)
    ]


def _attribute(
    document: Document, claim: CodedClaim, quotations: Sequence[FoundRelation]
) -> CodedClaim:
    start, end = claim.places[0]
    for quotation in quotations:
        if any(left <= start and end <= right for left, right in quotation.content):
            speaker = document.text[quotation.source[0][0] : quotation.source[0][1]]
            return claim.model_copy(update={"speaker": speaker, "readings": (speaker,)})
    return claim
