"""The time and memory that a step takes."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spent:
    """What something took, in seconds of the clock and of all processors."""

    wall: float = 0.0
    cpu: float = 0.0

    def plus(self, other: "Spent") -> "Spent":
        """Both together."""
        return Spent(self.wall + other.wall, self.cpu + other.cpu)

    def over(self, count: int) -> "Spent":
        """The mean."""
        return Spent(self.wall / count, self.cpu / count)


NOTHING = Spent()


def spent(do: Callable[[], T]) -> tuple[Spent, T]:
    """Do something, and tell what it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    done = do()
    return Spent(time.perf_counter() - wall, time.process_time() - cpu), done


def sum_of(all_spent: Iterable[Spent]) -> Spent:
    """Everything together."""
    total = Spent()
    for each in all_spent:
        total = total.plus(each)
    return total
