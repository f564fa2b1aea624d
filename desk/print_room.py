"""What of an event is printed in full: as much as two pages hold; its table tells the rest."""

from collections.abc import Sequence

from desk.camps import Row

ROOM = 118
"""Lines of two printed pages."""
HEAD, TITLE, MOST_LETTERS = 22, 5, 46
"""Lines above the first figures, lines of a heading with what it means, letters of a line."""


def lines_of(rows: Sequence[Row], days: int) -> int:
    """How many printed lines some figures take, with the days on which they were told."""
    told = [
        sum(
            1 + len(f"{each.holder}{each.further_role or ''}{each.kind}") // MOST_LETTERS
            for each in (*row.line.holders, *row.line.denied_by)
        )
        for row in rows
    ]
    return TITLE + sum(max(lines, 1) for lines in told) + len(told) // 2 + days


def printed(sections: Sequence[int], beside: int) -> int:
    """How many of the first sections are printed; one always is.

    Args:
        sections: The lines that each takes.
        beside: The lines of what is printed besides.
    """
    left = ROOM - HEAD - beside
    for number, lines in enumerate(sections):
        left -= lines
        if left < 0 and number:
            return number
    return len(sections)
