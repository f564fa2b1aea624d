"""How long one document may take: text from the web is hostile, and some is endless."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

SECONDS_PER_DOCUMENT = 60.0
"""Processor seconds; a report takes a hundredth, the longest book-like page read so far 9."""

Item = TypeVar("Item")


class OutOfTimeError(Exception):
    """A document took longer than it may.

    Attributes:
        stage: What was being done ("parsing").
    """

    def __init__(self, stage: str) -> None:
        super().__init__(stage)
        self.stage = stage


class TimeBudget:
    """The time that is left for one document."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.process_time) -> None:
        """Begin to count.

        Args:
            seconds: How long the document may take.
            clock: Tells the time in seconds.
        """
        self._clock = clock
        self._end = clock() + seconds

    def spend(self, stage: str, items: Iterable[Item]) -> Iterator[Item]:
        """Hand on items as long as there is time.

        Args:
            stage: What is done with each.
            items: What it is done with.

        Raises:
            OutOfTimeError: The time is over.
        """
        for item in items:
            if self._clock() > self._end:
                raise OutOfTimeError(stage)
            yield item
