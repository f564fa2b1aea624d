"""Work handed out ahead of its results, but only so far, so that waiting work stays bounded."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

Result_co = TypeVar("Result_co", covariant=True)


class Pending(Protocol[Result_co]):
    """Something whose result will come."""

    def result(self) -> Result_co:
        """Wait for it."""


def in_window(pending: Iterable[Pending[Result_co]], width: int) -> Iterator[Result_co]:
    """Give the results in the order of the work, with at most `width` pieces under way."""
    waiting: deque[Pending[Result_co]] = deque()
    for piece in pending:
        waiting.append(piece)
        if len(waiting) == width:
            yield waiting.popleft().result()
    for piece in waiting:
        yield piece.result()
