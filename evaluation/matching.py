"""Which claim of a system answers which claim of the gold."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation.coding import CodedClaim, Offsets
from evaluation.speaker_names import is_right_speaker


@dataclass(frozen=True, slots=True)
class Matching:
    """Gold claims and found claims, paired one to one.

    Attributes:
        pairs: Gold and found.
        missed: Gold claims without an answer.
        extra: Found claims that answer nothing.
    """

    pairs: tuple[tuple[CodedClaim, CodedClaim], ...]
    missed: tuple[CodedClaim, ...]
    extra: tuple[CodedClaim, ...]


def match_claims(gold: Sequence[CodedClaim], found: Sequence[CodedClaim]) -> Matching:
    """Pair claims of one harm whose quantities overlap, the best pairs first.

    Several speakers of one figure are several claims at one place: there the pair that agrees
    on speaker and stance is the better one.
    """
    places: dict[tuple[str, str], list[CodedClaim]] = defaultdict(list)
    for claim in found:
        places[claim.document_id, claim.harm].append(claim)
    candidates = [
        (_quality(wanted, claim), number, wanted, claim)
        for number, wanted in enumerate(gold)
        for claim in places[wanted.document_id, wanted.harm]
        if overlap(wanted.places, claim.places)
    ]
    candidates.sort(key=lambda candidate: (-candidate[0], candidate[1]))
    taken_gold: set[str] = set()
    taken_found: set[int] = set()
    pairs = []
    for _, _, wanted, claim in candidates:
        key = wanted.claim_id
        if key not in taken_gold and id(claim) not in taken_found:
            taken_gold.add(key)
            taken_found.add(id(claim))
            pairs.append((wanted, claim))
    return Matching(
        tuple(pairs),
        tuple(claim for claim in gold if claim.claim_id not in taken_gold),
        tuple(claim for claim in found if id(claim) not in taken_found),
    )


def overlap(one: Iterable[Offsets], other: Iterable[Offsets]) -> float:
    """Share of the characters of two places that they have in common, at the best places."""
    others = tuple(other)
    return max((_common(left, right) for left in one for right in others), default=0.0)


def _common(left: Offsets, right: Offsets) -> float:
    common = min(left[1], right[1]) - max(left[0], right[0])
    if common <= 0:
        return 0.0
    return common / (max(left[1], right[1]) - min(left[0], right[0]))


def _quality(wanted: CodedClaim, found: CodedClaim) -> float:
    agreement = (
        is_right_speaker(found.speaker, wanted.readings)
        + (found.stance is wanted.stance)
        + (found.value == wanted.value)
    )
    return overlap(wanted.places, found.places) + agreement
