"""Scales of figures: the number of a figure, and where a scale ends."""

import math
import re

NUMBER = re.compile(r"\d[\d,]*")
WIDE_RATIO = 60
"""Beyond this ratio of greatest to least a linear scale would hide the small figures."""


def number_in(figure: str) -> int | None:
    """The one number of a figure; ranges and vague words have none, and get no dot."""
    found = NUMBER.findall(figure)
    return int(found[0].replace(",", "")) if len(found) == 1 else None


def reach(most: float, scale: str) -> float:
    """Where the scale ends: a round number with room for open ends."""
    wanted = most * (3 if scale == "symlog" else 1.18) + 0.5
    unit = 10.0 ** math.floor(math.log10(wanted))
    return next(
        unit * step for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if unit * step >= wanted
    )
