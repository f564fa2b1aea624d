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
    """

    pair: BlindPair
    claim: UnreviewedClaim
    first: str
    second: str

    @property
    def is_same(self) -> bool:
        """Whether both decided alike."""
        return self.first == self.second


def blind_tasks(reader: Reader, reviewer: str) -> list[BlindTask]:
    """What a reviewer can read blind: a sample of what others have decided."""
    where = f"reviewer <> ? and {SAMPLED}"
    return list(reader.rows(BlindTask, where, "document_id, quantity_start, claim_id", reviewer))


def compared(reader: Reader) -> list[Compared]:
    """All second readings beside the first ones."""
    read = "claim_id in (select claim_id from blind_readings)"
    claims = {row.claim_id: row for row in reader.rows(UnreviewedClaim, read)}
    return [
        Compared(
            pair=pair,
            claim=claims[pair.claim_id],
            first=decision(
                claims[pair.claim_id], pair.first_kind, pair.first_corrected, pair.first_reason
            ),
            second=decision(claims[pair.claim_id], pair.kind, pair.corrected, pair.reason),
        )
        for pair in reader.rows(BlindPair, order="is_settled, reading_id")
        if pair.claim_id in claims
    ]


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
