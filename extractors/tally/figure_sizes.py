"""Which of two figures of a document is the greater, and what has room in which."""

from extractors.drafts import Draft
from schemas import Modifier, Quantity, VagueNumber

_LEAST = {
    VagueNumber.TENS: 20,
    VagueNumber.DOZENS: 24,
    VagueNumber.SCORES: 40,
    VagueNumber.HUNDREDS: 200,
    VagueNumber.THOUSANDS: 2_000,
    VagueNumber.TENS_OF_THOUSANDS: 20_000,
    VagueNumber.HUNDREDS_OF_THOUSANDS: 200_000,
    VagueNumber.MILLIONS: 2_000_000,
}
"""The least that a vague word tells."""


def is_less(part: Draft, whole: Draft) -> bool:
    """Whether a figure is smaller than another, and both tell a size."""
    value, total = _least(part.quantity), whole.quantity.value
    return value is not None and total is not None and value < total


def may_be_less(part: Draft, whole: Draft) -> bool:
    """Whether a figure is smaller than another, as far as both tell a size."""
    return is_less(part, whole) or None in {_least(part.quantity), whole.quantity.value}


def _least(quantity: Quantity) -> int | None:
    return _LEAST.get(quantity.vague) if quantity.vague else quantity.value


def fits(part: Draft, whole: Draft, told: int) -> bool:
    """Whether a figure has room in a total of which so much is told: "three", then "one"."""
    value = part.quantity.value
    if value is None:
        return whole.quantity.value != 1
    if whole.quantity.value is None:
        return True
    return part.quantity.value_to is None and told + value <= most(whole.quantity)


def most(quantity: Quantity) -> int:
    """How far the details of a sum may go: "more than 10" can turn out as 11."""
    value = quantity.value_to or quantity.value or 0
    return value if quantity.modifier is Modifier.EXACT else value + max(1, value // 4)


def exceeds(part: Draft, whole: Draft) -> bool:
    """Whether a figure is greater than the other leaves room for: "more than 10" can be 11."""
    return is_less(whole, part) and (part.quantity.value or 0) > most(whole.quantity)
