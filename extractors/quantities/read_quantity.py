"""Words that somebody selected, read as one figure."""

from extractors.document.text import fold
from extractors.quantities.numbers import find_numbers
from schemas import Quantity


def read_quantity(words: str) -> Quantity | None:
    """Read words as a figure.

    Args:
        words: What a reviewer selected: "at least eight", "four people".

    Returns:
        The first figure in the words, its offsets counted from their beginning; null where they
        hold none.
    """
    number = next((n for n in find_numbers(fold(words)) if not n.refusal), None)
    if number is None:
        return None
    return Quantity(
        text=words[number.start : number.end],
        start=number.start,
        end=number.end,
        value=number.value,
        value_to=number.value_to,
        modifier=number.modifier,
        basis=number.basis,
    )
