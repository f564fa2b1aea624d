"""The quality of what is in the warehouse, as a run tells of it."""

import logging
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from time import monotonic, sleep

from flows.processes import end_processes, start_processes
from flows.summary import FailedCheck

PATIENCE, AGAIN = 10.0, 0.1
"""Seconds to let a server go first, and between two looks at it."""

_prepared: ContextVar[ProcessPoolExecutor | None] = ContextVar("prepared", default=None)


@contextmanager
def process_for_checks(
    *, copied: bool = False, first: str | None = None
) -> Iterator[ProcessPoolExecutor]:
    """A process that imports what checks need, which takes seconds, while others read or load.

    Inside the block of another it is that one's.

    Args:
        copied: Begin with all that this process has imported; not once it runs threads.
        first: Where a server starts that the run needs sooner: it has the processor until then.
    """
    if (waiting := _prepared.get()) is not None:
        yield waiting
        return
    with start_processes(1, copied=copied) as pool:
        pool.submit(prepare, first)
        token = _prepared.set(pool)
        try:
            yield pool
        except BaseException:
            # The pool would wait for what nobody asks for any more.
            end_processes(pool)
            raise
        finally:
            _prepared.reset(token)


def prepare(first: str | None = None) -> None:
    """Import and read what checks need, after a server answers if one is to go first."""
    if first:
        from flows.server import answers  # noqa: PLC0415 -- brings Prefect

        deadline = monotonic() + PATIENCE
        while not answers(first) and monotonic() < deadline:
            sleep(AGAIN)
    from extractors.victims.known_groups import known_groups  # noqa: PLC0415 -- reads word lists
    from warehouse.columns import stored_schemas  # noqa: PLC0415 -- brings DuckDB
    from warehouse.quality.expectations import quiet_context  # noqa: PLC0415 -- takes seconds

    quiet_context()
    known_groups()
    stored_schemas()


def check_quality(
    database: Path, run_id: str, data_docs: Path
) -> tuple[int, tuple[FailedCheck, ...]]:
    """Check what is in the warehouse.

    Returns:
        How many checks there are, and those that failed.
    """
    from extractors.victims.known_groups import known_groups  # noqa: PLC0415 -- reads word lists
    from warehouse.quality import run_checks as quality  # noqa: PLC0415 -- takes seconds

    # It remarks on its temporary folders at a level of its own; warnings still come through.
    logging.getLogger("great_expectations").propagate = False
    results = quality.check_quality(database, run_id, data_docs, groups=known_groups())
    found = tuple(
        FailedCheck.of(result.expectation, result.severity.value, result.failed, result.message)
        for result in quality.failed(results)
    )
    return len(results), found
