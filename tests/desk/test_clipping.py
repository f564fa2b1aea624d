"""Outlines end where the map ends, and cover there what they covered."""

import pytest

from desk.clipping import BEYOND, clipped

LEFT, RIGHT, LOW = -BEYOND, 10 + BEYOND, 10 + BEYOND


@pytest.mark.parametrize(
    ("ring", "shown"),
    [
        ([(1, 1), (5, 1), (5, 5)], {(1, 1), (5, 1), (5, 5)}),
        ([(20, 20), (30, 20), (30, 30)], set()),
        (
            [(-50, -50), (50, -50), (50, 50), (-50, 50)],
            {(LEFT, LEFT), (RIGHT, LEFT), (RIGHT, LOW), (LEFT, LOW)},
        ),
        ([(5, 2), (24, 2), (24, 8), (5, 8)], {(5, 2), (RIGHT, 2), (RIGHT, 8), (5, 8)}),
        ([], set()),
    ],
)
def test_an_outline_is_cut_at_the_edge_of_the_map(ring, shown):
    assert set(clipped(ring, 10, 10)) == shown
