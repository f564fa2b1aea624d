"""Sentences of claims; copies of one text are one sentence that stands in several places."""

from collections.abc import Iterable
from dataclasses import dataclass

from warehouse.read_models.claim_rows import MarkedClaim


@dataclass(frozen=True)
class QuotedSentence:
    """A sentence that tells a claim.

    Attributes:
        claim: The claim where it was told first.
        copies: The same sentence in other documents.
    """

    claim: MarkedClaim
    copies: tuple[MarkedClaim, ...]


def folded(claims: Iterable[MarkedClaim]) -> list[QuotedSentence]:
    """Sentences in the order of publication, each once however many texts have it."""
    groups: dict[tuple[object, ...], list[MarkedClaim]] = {}
    for claim in sorted(claims, key=lambda each: (each.published is None, each.published or 0)):
        words = " ".join(claim.evidence_text.split())
        key = (claim.harm, claim.figure, claim.speaker, claim.stance, claim.quantity_text, words)
        groups.setdefault(key, []).append(claim)
    return [QuotedSentence(first, tuple(others)) for first, *others in groups.values()]
