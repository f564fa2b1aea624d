"""Outlines cut at the edge of a map, so that a page holds what it shows (Sutherland, Hodgman)."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from operator import ge, le

Point = tuple[float, float]
BEYOND = 4.0
"""How far outlines reach beyond the map, so that the cut itself is out of sight."""


def clipped(ring: Sequence[Point], width: float, height: float) -> list[Point]:
    """The part of a closed outline that lies on a map, or nothing."""
    edges: tuple[tuple[int, float, Callable[[float, float], bool]], ...] = (
        (0, -BEYOND, ge),
        (0, width + BEYOND, le),
        (1, -BEYOND, ge),
        (1, height + BEYOND, le),
    )
    found = list(ring)
    for axis, edge, holds in edges:
        found = list(cut(found, axis, edge, holds))
    return found


def cut(
    ring: Sequence[Point], axis: int, edge: float, holds: Callable[[float, float], bool]
) -> Iterator[Point]:
    """The part of an outline on one side of an edge."""
    for last, point in pairwise([*ring[-1:], *ring]):
        if holds(last[axis], edge) != holds(point[axis], edge):
            share = (edge - last[axis]) / (point[axis] - last[axis])
            yield (
                last[0] + share * (point[0] - last[0]),
                last[1] + share * (point[1] - last[1]),
            )
        if holds(point[axis], edge):
            yield point
