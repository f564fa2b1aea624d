"""Second readings: which claims a reviewer reads blind, and how two decisions compare."""

from dataclasses import dataclass

from desk.agreement import Agreement, agreement
from desk.review.changes import changes_in_words
from schemas import Claim
from warehouse.read_models.blind_rows import BlindPair, BlindTask, UnreviewedClaim
from warehouse.read_models.claim_contracts import claim_of
from warehouse.read_models.reader import Reader

SAMPLED = "right(claim_id, 1) in ('0', '1', '2')"
"""About a fifth of all claims, the same for everybody: names of claims end in 16 letters."""


@dataclass(frozen=True)
class Compared:
    """Two decisions on a claim, side by side.

    Attributes:
        pair: The decisions as they are stored.
        claim: The claim as the machine read it.
        first: What the first reviewer decided, in words.
        second: What the second would decide, in words.
        outcome: What was decided between them since, in words; null while it is open.
    """

    pair: BlindPair
    claim: UnreviewedClaim
    first: str
    second: str
    outcome: str | None

    @property
    def is_same(self) -> bool:
        """Whether both decided alike."""
        return self.first == self.second

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to decide between them."""
        return not self.is_same and self.outcome is None


def blind_tasks(reader: Reader, reviewer: str) -> list[BlindTask]:
    """What a reviewer can read blind: a sample of what others have decided."""
    where = f"reviewer <> ? and {SAMPLED}"
    return list(reader.rows(BlindTask, where, "document_id, quantity_start, claim_id", reviewer))


def compared(reader: Reader) -> list[Compared]:
    """All second readings beside the first ones."""
    read = "claim_id in (select claim_id from blind_readings)"
    claims = {row.claim_id: row for row in reader.rows(UnreviewedClaim, read)}
    return [
        side_by_side(pair, claims[pair.claim_id])
        for pair in reader.rows(BlindPair, order="reading_id")
        if pair.claim_id in claims
    ]


def side_by_side(pair: BlindPair, claim: UnreviewedClaim) -> Compared:
    """Two decisions in words, and what came of them."""
    return Compared(
        pair=pair,
        claim=claim,
        first=decision(claim, pair.first_kind, pair.first_corrected, pair.first_reason),
        second=decision(claim, pair.kind, pair.corrected, pair.reason),
        outcome=decision(claim, pair.settled_kind, pair.settled_corrected, pair.settled_reason)
        if pair.settled_kind
        else None,
    )


def decision(claim: UnreviewedClaim, kind: str, corrected: str | None, reason: str | None) -> str:
    """What somebody decided on a claim, in words."""
    if kind == "reject":
        return f"no claim: {reason}"
    if corrected is None:
        return "right as it stands"
    return "; ".join(changes_in_words(claim_of(claim), Claim.model_validate_json(corrected)))


def agreement_of(readings: list[Compared]) -> Agreement:
    """How far the second readings agree with the first."""
    return agreement([(each.first, each.second) for each in readings])
