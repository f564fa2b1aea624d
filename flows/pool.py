"""Extraction on all cores: a pool of processes that each keep their models loaded."""

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process

from flows.extraction import extract, give_up
from schemas import Document, Extraction

DIED = "the extraction process died on this document: it may be too large for the memory"


class ExtractionPool:
    """Processes that extract batches of documents; started with the first batch.

    Several threads may hand in batches at once. With one process the work is done by the caller.
    """

    def __init__(self, processes: int | None = None) -> None:
        self._processes = processes or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None
        self._lock = threading.Lock()
        self._apart = threading.Lock()

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        """Extract a batch; a document that kills its process is rejected, the others are not."""
        if self._processes == 1:
            return extract(documents)
        pool = self._running()
        try:
            return pool.submit(extract, documents).result()
        except BrokenProcessPool:
            self._discard(pool)
            return self._extract_apart(documents)

    def _extract_apart(self, documents: Sequence[Document]) -> list[Extraction]:
        """Extract documents one by one, to find the one that kills its process.

        The process is shared with nobody, so that no document pays for another.
        """
        extractions: list[Extraction] = []
        with self._apart:
            pool = self._start(1)
            for document in documents:
                try:
                    extractions += pool.submit(extract, [document]).result()
                except BrokenProcessPool:
                    pool.shutdown(wait=False)
                    pool = self._start(1)
                    extractions.append(give_up(document, "worker_died", DIED))
            pool.shutdown()
        return extractions

    @staticmethod
    def _start(processes: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            processes, mp_context=get_context("spawn"), initializer=end_with_parent
        )

    def _running(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                self._pool = self._start(self._processes)
            return self._pool

    def _discard(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is broken:
                self._pool = None
        broken.shutdown(wait=False)

    def close(self) -> None:
        """End the processes."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> "ExtractionPool":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def end_with_parent() -> None:
    """Have this process end when the one that started it is killed."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
