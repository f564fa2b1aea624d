"""Streams are cut into bounded batches and worked on in a bounded window."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from flows.backpressure import in_window
from flows.batches import batched


@given(st.lists(st.text(max_size=20)), st.integers(1, 5), st.integers(1, 30))
def test_batches_hold_everything_in_order_and_keep_their_bounds(items, count, limit):
    batches = list(batched(items, count, len, limit))
    assert [item for batch in batches for item in batch] == items
    for batch in batches:
        assert 0 < len(batch) <= count
        assert len(batch) == 1 or sum(map(len, batch)) <= limit


class Piece:
    under_way = 0
    most = 0

    def __init__(self, number: int) -> None:
        self.number = number
        Piece.under_way += 1
        Piece.most = max(Piece.most, Piece.under_way)

    def result(self) -> int:
        Piece.under_way -= 1
        return self.number


def pieces(count: int) -> Iterator[Piece]:
    return (Piece(number) for number in range(count))


def test_no_more_than_the_window_is_under_way_and_order_is_kept():
    assert list(in_window(pieces(20), 4)) == list(range(20))
    assert Piece.most == 4


def test_a_stream_shorter_than_the_window_comes_whole():
    assert list(in_window(pieces(3), 10)) == [0, 1, 2]
