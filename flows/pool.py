"""Batches on all cores: a pool of processes that each keep their models loaded."""

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Concatenate, ParamSpec, TypeVar

from flows.extraction import extract_batch, reject_page
from flows.processes import end_processes, start_processes
from schemas import Page, Rejection

Item = Page | Rejection
Given = ParamSpec("Given")
Result = TypeVar("Result")
Function = Callable[Concatenate[Sequence[Item], Given], Result]

HOUR = 3600.0
HUNG = "this page was read for an hour without an end"
DIED = "the process that read this page died: it may be too large for the memory"


class HungProcessError(BrokenProcessPool):
    """A process was ended because it came to no end."""


class BatchPool:
    """Processes that each take a batch at a time; started with the first batch.

    Several threads may hand in batches at once. With one process the caller does it all.
    """

    def __init__(
        self,
        processes: int = 0,
        probe: Callable[[Sequence[Item]], object] = extract_batch,
        patience: float = HOUR,
    ) -> None:
        """Make a pool; nothing is started yet.

        Args:
            processes: How many; 0 for one a core.
            probe: What shows whether a page kills its process.
            patience: Seconds after which a batch, or a page alone, is taken to hang.
        """
        self._processes = processes or os.cpu_count() or 1
        self._probe = probe
        self._patience = patience
        self._pool: ProcessPoolExecutor | None = None
        self._lock = threading.Lock()
        self._apart = threading.Lock()

    @property
    def processes(self) -> int:
        """How many batches are made at once."""
        return self._processes

    def run(
        self,
        function: "Function[Given, Result]",
        items: Sequence[Item],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Result:
        """Call a function on a batch; a page that kills its process is rejected, and no other.

        Args:
            function: A function of an importable module.
            items: The batch, its first argument.
            *given: Its other arguments.
            **named: Its named arguments.
        """
        if self._processes == 1:
            return function(items, *given, **named)
        pool = self._running()
        try:
            return self._wait(pool, pool.submit(function, items, *given, **named))
        except BrokenProcessPool:
            self._discard(pool)
            return function(self._survivors(items), *given, **named)

    def _wait(self, pool: ProcessPoolExecutor, future: "Future[Result]") -> Result:
        """Wait for a result; processes that hang are ended."""
        if not wait([future], self._patience).done:
            end_processes(pool)
            raise HungProcessError
        return future.result()

    def _survivors(self, items: Sequence[Item]) -> list[Item]:
        """Try pages one by one in a process shared with nobody, and reject those that kill it."""
        survivors: list[Item] = []
        with self._apart:
            pool = start_processes(1)
            for item in items:
                try:
                    self._wait(pool, pool.submit(self._probe, [item]))
                except BrokenProcessPool as error:
                    pool.shutdown(wait=False)
                    pool = start_processes(1)
                    assert isinstance(item, Page)
                    hung = isinstance(error, HungProcessError)
                    reason = ("worker_hung", HUNG) if hung else ("worker_died", DIED)
                    survivors.append(reject_page(item, *reason))
                else:
                    survivors.append(item)
            pool.shutdown()
        return survivors

    def _running(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                self._pool = start_processes(self._processes)
            return self._pool

    def _discard(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is broken:
                self._pool = None
        broken.shutdown(wait=False)

    def __enter__(self) -> "BatchPool":
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)
