"""Find the words that a verdict was about, in a document that may have been corrected since."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from schemas import Claim


@dataclass(frozen=True)
class Anchor:
    """Which words a claim or a verdict is about.

    Attributes:
        claim_id: The claim's name.
        harm: The harm.
        stance: The stance.
        start: Where the quantity begins in the document.
        end: Where it ends.
        source_start: Where the source's words begin.
        evidence: The sentence.
        evidence_start: Where it begins.
    """

    claim_id: str
    harm: str
    stance: str
    start: int
    end: int
    source_start: int | None
    evidence: str
    evidence_start: int

    def overlaps(self, other: "Anchor") -> bool:
        """Whether both are about the same quantity."""
        return self.start < other.end and other.start < self.end


def find_shift(anchor: Anchor, text: str) -> int | None:
    """How far the sentence moved in the document; null where it stands there no longer."""
    if text.startswith(anchor.evidence, anchor.evidence_start):
        return 0
    places, start = [], text.find(anchor.evidence)
    while start >= 0:
        places.append(start - anchor.evidence_start)
        start = text.find(anchor.evidence, start + 1)
    return min(places, key=abs, default=None)


def find_claim(
    anchor: Anchor, shift: int, claims: Sequence[Anchor], *, is_addition: bool = False
) -> str | None:
    """The claim that a verdict is about: the same words, said by the same source if there are two.

    Args:
        anchor: What the verdict was about.
        shift: How far its sentence moved.
        claims: The document's claims as they are now.
        is_addition: Whether the verdict adds a claim, which is another one unless harm, source
            and stance agree.
    """
    moved = Anchor(
        **{
            **vars(anchor),
            "start": anchor.start + shift,
            "end": anchor.end + shift,
            "source_start": None if anchor.source_start is None else anchor.source_start + shift,
        }
    )
    near = [claim for claim in claims if claim.overlaps(moved)]
    if not near:
        return None

    def fit(claim: Anchor) -> tuple[bool, bool, bool, bool]:
        return (
            claim.claim_id == moved.claim_id and shift == 0,
            claim.harm == moved.harm,
            claim.source_start == moved.source_start,
            claim.stance == moved.stance,
        )

    ranked = sorted(near, key=lambda claim: (*(not same for same in fit(claim)), claim.claim_id))
    best = ranked[0]
    if is_addition:
        return best.claim_id if all(fit(best)[1:]) else None
    is_certain = len(near) == 1 or fit(best) > fit(ranked[1])
    return best.claim_id if is_certain or best.harm == moved.harm else None


def shifted(claim: Claim, document_id: str, shift: int) -> Claim | None:
    """A claim of a reviewer, moved to where its words stand now.

    Returns:
        The claim, or nothing where its spans no longer fit together.
    """
    if shift == 0 and claim.document_id == document_id:
        return claim
    moved: dict[str, Any] = move_spans(claim.model_dump(), shift)
    try:
        return Claim.model_validate({**moved, "document_id": document_id})
    except ValidationError:
        return None


def move_spans(value: Any, shift: int) -> Any:
    """Add to every start and end in nested fields."""
    if not isinstance(value, dict):
        return value
    return {
        key: item + shift
        if key in {"start", "end"} and isinstance(item, int)
        else move_spans(item, shift)
        for key, item in value.items()
    }
