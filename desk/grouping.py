"""Sorted streams, cut into the groups that belong on one page."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Groups(Generic[Item]):
    """A stream sorted by a key, of which one group after the other is asked for."""

    def __init__(self, items: Iterable[Item], key: Callable[[Item], str]) -> None:
        self.groups: Iterator[tuple[str, Iterator[Item]]] = groupby(items, key)
        self.waiting = next(self.groups, None)

    def of(self, name: str, limit: int | None = None) -> tuple[list[Item], int]:
        """The group of a name, asked for in the order of the keys.

        Returns:
            At most `limit` items, and how many more there are.
        """
        while self.waiting is not None and self.waiting[0] < name:
            self.waiting = next(self.groups, None)
        if self.waiting is None or self.waiting[0] != name:
            return [], 0
        members = self.waiting[1]
        taken = list(islice(members, limit))
        left = sum(1 for _ in members)
        self.waiting = next(self.groups, None)
        return taken, left
