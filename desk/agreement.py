"""How far reviewers agree: Krippendorff's alpha on their decisions about the same claims."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from warehouse.read_models.claim_rows import Decision

ON_CLAIMS = {"accept", "correct", "reject"}


@dataclass(frozen=True)
class Agreement:
    """How far reviewers agree.

    Attributes:
        claims: Claims on which two or more reviewers decided.
        share: Of the pairs of decisions on one claim, how many are the same.
        alpha: Krippendorff's alpha for nominal data: 1 is full agreement, 0 what chance gives;
            null where everybody always decided alike on nothing but one kind of decision, or no
            claim has two decisions.
    """

    claims: int
    share: float | None
    alpha: float | None


def agreement(decisions: Iterable[Decision]) -> Agreement:
    """Compare the decisions of different reviewers on the same claims.

    Of several decisions of one reviewer on one claim the last one counts; decisions taken back
    count for nothing.
    """
    last: dict[str, dict[str, str]] = {}
    for decision in sorted(decisions, key=lambda item: (item.decided, item.verdict_id)):
        if decision.kind in ON_CLAIMS and decision.claim_id and not decision.is_undone:
            last.setdefault(decision.claim_id, {})[decision.reviewer] = decision.kind
    units = [list(by.values()) for by in last.values() if len(by) > 1]
    pairs = [pair for unit in units for pair in combinations(unit, 2)]
    share = sum(one == other for one, other in pairs) / len(pairs) if pairs else None
    return Agreement(claims=len(units), share=share, alpha=krippendorff_alpha(units))


def krippendorff_alpha(units: Sequence[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal data, with any number of codings a unit.

    Alpha is one minus the ratio of the disagreement observed within units to the one expected
    if the same codings were spread over the units at random (Krippendorff, Content Analysis,
    chapter 12).

    Args:
        units: The codings of each unit; units with fewer than two tell nothing.
    """
    paired = [unit for unit in units if len(unit) > 1]
    totals = Counter(coding for unit in paired for coding in unit)
    number = sum(totals.values())
    expected = number**2 - sum(count**2 for count in totals.values())
    if not expected:
        return None
    observed = sum(
        (len(unit) ** 2 - sum(count**2 for count in Counter(unit).values())) / (len(unit) - 1)
        for unit in paired
    )
    return 1 - (number - 1) * observed / expected
