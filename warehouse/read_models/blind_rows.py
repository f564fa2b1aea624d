"""Second readings of claims, as plain rows."""

from dataclasses import dataclass

from warehouse.read_models.claim_rows import MarkedClaim


@dataclass(frozen=True, slots=True)
class UnreviewedClaim(MarkedClaim):
    """A claim as the machine read it, whatever was decided on it."""


@dataclass(frozen=True, slots=True)
class BlindTask:
    """A decided claim that nobody has read blind.

    Attributes:
        claim_id: The claim.
        document_id: Its document.
        quantity_start: Where its figure stands.
        reviewer: Who decided, and therefore cannot read it blind.
    """

    claim_id: str
    document_id: str
    quantity_start: int
    reviewer: str


@dataclass(frozen=True, slots=True)
class BlindPair:
    """Two decisions on one claim, the second made without seeing the first.

    Attributes:
        reading_id: The blind reading.
        claim_id: The claim.
        verdict_id: The decision that was not seen.
        reviewer: Who read it blind.
        kind: What they would decide: accept, correct or reject.
        corrected: The claim as they would have it, as JSON.
        reason: Why they would reject it.
        first_reviewer: Who had decided before.
        first_kind: What they decided.
        first_corrected: The claim as they have it, as JSON.
        first_reason: Why they rejected it.
        settled_by: Who decided between them since, if anybody did.
        settled_kind: What they decided.
        settled_corrected: The claim as they have it, as JSON.
        settled_reason: Why they rejected it.
    """

    reading_id: str
    claim_id: str
    verdict_id: str
    reviewer: str
    kind: str
    corrected: str | None
    reason: str | None
    first_reviewer: str
    first_kind: str
    first_corrected: str | None
    first_reason: str | None
    settled_by: str | None
    settled_kind: str | None
    settled_corrected: str | None
    settled_reason: str | None
