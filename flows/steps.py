"""What the flow does, step by step, as plain functions."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from extractors.version import EXTRACTOR_VERSION
from flows import logs
from flows.batches import batched
from flows.metrics import write_metrics
from flows.partitions import (
    Counts,
    Partition,
    clear_partitions,
    make_partition,
    partition_name,
    staged_tables,
)
from flows.pool import BatchPool
from flows.settings import Settings
from flows.summary import FailedCheck, Summary
from schemas import Page, Rejection, Run, RunStatus
from warehouse import load_tables
from warehouse.operations import Visited, keep_operations


def start_run(command: str, inputs: Sequence[str]) -> Run:
    """Begin a run; names of runs sort by their time."""
    started = datetime.now(UTC)
    return Run(
        run_id=f"{started:%Y%m%dT%H%M%S}-{uuid4().hex[:6]}",
        command=command,
        inputs=tuple(inputs),
        extractor=EXTRACTOR_VERSION,
        started=started,
    )


def end_run(run: Run, status: RunStatus) -> Run:
    """End a run."""
    return run.model_copy(update={"finished": datetime.now(UTC), "status": status})


def samples_folder() -> str:
    """The folder of the samples, as seen from here where it lies below."""
    folder, here = Path(__file__).parent.parent / "samples", Path.cwd()
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)


def size_of(inputs: Sequence[str]) -> int | None:
    """How many bytes there are to read, or null where that shows only on reading."""
    from intake.reading.local import STDIN, find_files  # noqa: PLC0415 -- runs only

    if any(given == STDIN or is_remote(given) for given in inputs):
        return None
    files = [found for given in inputs for found in find_files(given) if isinstance(found, Path)]
    if any(file.suffix == ".gz" for file in files):
        return None
    return sum(file.stat().st_size for file in files if file.is_file())


def is_file(given: str) -> bool:
    """Whether an input names files here or in storage, which any machine can read."""
    return given != "-" and not is_remote(given)


def is_remote(given: str) -> bool:
    """Whether an input is an address on the web."""
    return given.startswith(("http://", "https://"))


def in_batches(
    items: Iterable[Page | Rejection], settings: Settings
) -> Iterator[list[Page | Rejection]]:
    """Cut what is read into batches that bound the memory of a run."""
    return batched(items, settings.batch_pages, weigh, settings.batch_characters)


def weigh(item: Page | Rejection) -> int:
    """How much memory an item takes, about."""
    return len(item.content) if isinstance(item, Page) else len(item.excerpt)


def make(
    items: Sequence[Page | Rejection], pool: BatchPool, staging: str, extractor: str
) -> Partition:
    """Make the partition of a batch."""
    folder = f"{staging}/{partition_name(items, extractor)}"
    return pool.run(make_partition, items, folder, extractor)


def size_of_batch(items: Iterable[Page | Rejection]) -> int:
    """How many bytes were read for a batch."""
    return sum(item.size for item in items if isinstance(item, Page))


def load(database: Path, run: Run, partitions: Sequence[Partition]) -> Counts:
    """Load all partitions of a run in one transaction, and tell what was new."""
    tables = staged_tables(partitions)
    report = load_tables(database, end_run(run, RunStatus.COMPLETED), tables)
    return Counts(
        pages=report.pages,
        documents=report.documents,
        claims=report.claims,
        rejections=report.rejections,
    )


def check(database: Path, run_id: str, data_docs: Path) -> tuple[int, tuple[FailedCheck, ...]]:
    """Check what is in the warehouse.

    Returns:
        How many checks there are, and those that failed.
    """
    from extractors.victims.known_groups import known_groups  # noqa: PLC0415 -- reads word lists
    from warehouse.quality.run import (  # noqa: PLC0415 -- takes seconds
        check_quality,
        failed,
        failing_query,
    )

    # It remarks on its temporary folders at a level of its own; warnings still come through.
    logging.getLogger("great_expectations").propagate = False
    results = check_quality(database, run_id, data_docs, groups=known_groups())
    found = tuple(
        FailedCheck(
            name=result.expectation,
            severity=result.severity.value,
            rows=result.failed,
            message=result.message,
            query=failing_query(result.expectation),
        )
        for result in failed(results)
    )
    return len(results), found


def clear(settings: Settings, partitions: Sequence[Partition]) -> None:
    """Remove the partitions that a load has taken."""
    clear_partitions(settings.staged, partitions)


def tell(run: Run, summary: Summary, settings: Settings, visits: Sequence[Visited]) -> None:
    """Keep what a run tells of itself: in the warehouse, in the log, as metrics."""
    found, added = summary.read, summary.added
    stages = {
        "read": (found.pages, added.pages),
        "split": (found.documents, added.documents),
        "extract": (found.claims, added.claims),
        "reject": (found.rejections, added.rejections),
    }
    keep_operations(settings.database, run.run_id, stages, visits)
    logs.tell_rows(settings.database, run.run_id)
    logs.tell(
        "finished",
        run=run.run_id,
        command=run.command,
        seconds=round(summary.seconds, 3),
        found=found.model_dump(),
        added=added.model_dump(),
        checks_failed=[check.name for check in summary.failed],
        held=list(summary.held) or None,
    )
    if settings.metrics:
        write_metrics(settings.metrics, run.command, datetime.now(UTC).timestamp(), summary)
