"""How far confidence can be trusted: observed against promised."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from evaluation.claim_scores import is_strictly_right
from evaluation.coding import CodedClaim, GoldSet
from evaluation.corpora import Release
from evaluation.matching import match_claims
from evaluation.tally import counted, release_policy, tally
from evaluation.tally_scores import TOTALS

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Bounds of the bins: finer where most claims are."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A found claim, and whether a careful coder made the same one."""

    claim: CodedClaim
    is_right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of like confidence.

    Attributes:
        low: Least confidence.
        high: Confidence that the next bin begins with.
        claims: How many there are.
        confidence: Their mean confidence.
        right: Share of them that is right.
    """

    low: float
    high: float
    claims: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """A reliability table.

    Attributes:
        bins: Those that hold a claim.
        brier: Mean squared distance of confidence from the outcome; less is better.
        base: Brier score of giving every claim the share of right ones.
        error: Expected calibration error: the mean distance of confidence from the share that is
            right, over the bins (Naeini, Cooper and Hauskrecht 2015).
    """

    bins: tuple[Bin, ...]
    brier: float
    base: float
    error: float

    def as_json(self) -> dict[str, Any]:
        """The table."""
        rows = [
            {
                "from": each.low,
                "to": each.high,
                "claims": each.claims,
                "confidence": round(each.confidence, 4),
                "right": round(each.right, 4),
            }
            for each in self.bins
        ]
        return {
            "bins": rows,
            "brier": round(self.brier, 4),
            "base": round(self.base, 4),
            "error": round(self.error, 4),
        }


def measure_reliability(outcomes: Sequence[tuple[float, bool]]) -> Reliability | None:
    """Compare confidence with outcome; null where there is no claim."""
    if not outcomes:
        return None
    share = sum(right for _, right in outcomes) / len(outcomes)
    brier = sum((confidence - right) ** 2 for confidence, right in outcomes) / len(outcomes)
    bins = [_bin(low, high, outcomes) for low, high in pairwise(EDGES)]
    error = sum(each.claims * abs(each.confidence - each.right) for each in bins) / len(outcomes)
    held = tuple(each for each in bins if each.claims)
    return Reliability(held, brier, share * (1 - share), error)


def _bin(low: float, high: float, outcomes: Sequence[tuple[float, bool]]) -> Bin:
    inside = [each for each in outcomes if low <= each[0] < high or each[0] == high == EDGES[-1]]
    size = len(inside) or 1
    confidence = sum(confidence for confidence, _ in inside) / size
    return Bin(low, high, len(inside), confidence, sum(right for _, right in inside) / size)


def label_by_gold(
    gold: GoldSet, found: Sequence[CodedClaim], *, is_complete: bool = False
) -> list[Labelled]:
    """Label claims by coded ones: right if value, modifier, stance and speaker are.

    Args:
        gold: The coded set.
        found: The claims found in its documents.
        is_complete: Whether the gold lists implicit claims too; else those that answer nothing
            have no label.
    """
    matching = match_claims(gold.claims, found)
    answers = [
        Labelled(claim, is_strictly_right(wanted, claim)) for wanted, claim in matching.pairs
    ]
    wrong = (claim for claim in matching.extra if is_complete or claim.basis.is_explicit)
    return [*answers, *(Labelled(claim, False) for claim in wrong)]


def label_by_totals(
    releases: Iterable[Release], found: Mapping[str, Sequence[CodedClaim]]
) -> list[Labelled]:
    """Label claims by the coded totals of their document.

    Where the total is right, so is each claim of it; where it is wrong and rests on one claim,
    that claim is wrong; otherwise nobody can tell which one is.
    """
    policy = release_policy()
    labelled: list[Labelled] = []
    for release in releases:
        claims = found.get(release.document.document_id, ())
        for harm, coded in TOTALS.values():
            added = counted(claims, harm, policy)
            is_right = tally(claims, harm, policy) == coded(release)
            if is_right or len(added) == 1:
                labelled += [Labelled(claim, is_right) for claim in added]
    return labelled
