"""Cutting a stream into batches, so that memory depends on the batch and not on the stream."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def batched(
    items: Iterable[Item], count: int, weight: Callable[[Item], int], limit: int
) -> Iterator[list[Item]]:
    """Cut a stream into batches of at most `count` items that weigh at most `limit` together.

    An item that is heavier than the limit makes a batch of its own.
    """
    batch: list[Item] = []
    load = 0
    for item in items:
        heavier = load + weight(item)
        if batch and (len(batch) == count or heavier > limit):
            yield batch
            batch, heavier = [], weight(item)
        batch.append(item)
        load = heavier
    if batch:
        yield batch
