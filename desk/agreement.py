"""How far reviewers agree: Krippendorff's alpha on claims of which one did not see the other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Agreement:
    """How far reviewers agree.

    Attributes:
        claims: Claims that a second reviewer read blind.
        share: Of the pairs of decisions on one claim, how many are the same.
        alpha: Krippendorff's alpha for nominal data: 1 is full agreement, 0 what chance gives;
            null where everybody always decided alike on nothing but one kind of decision, or no
            claim has two decisions.
    """

    claims: int
    share: float | None
    alpha: float | None


def agreement(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """Compare the decisions of two reviewers, the second made without seeing the first.

    Args:
        pairs: The two decisions on each claim; corrections are alike only where they change
            the same to the same.
    """
    share = sum(one == other for one, other in pairs) / len(pairs) if pairs else None
    return Agreement(claims=len(pairs), share=share, alpha=krippendorff_alpha(pairs))


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
