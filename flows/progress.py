"""Progress of a run, told to whoever watches: a person at the terminal, or nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Watcher(Protocol):
    """Who is told how far a run has come."""

    def advance(self, stage: str, count: int, total: int | None = None) -> None:
        """Hear that a stage has come to `count` of `total`, the total being unknown if null."""


class Nobody:
    """A watcher that does not look."""

    def advance(self, stage: str, count: int, total: int | None = None) -> None:
        """Ignore it."""


_watcher: ContextVar[Watcher] = ContextVar("watcher", default=Nobody())  # noqa: B039 -- stateless


def advance(stage: str, count: int, total: int | None = None) -> None:
    """Tell the present watcher how far a stage has come."""
    _watcher.get().advance(stage, count, total)


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Have a watcher told of everything inside the block."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)
