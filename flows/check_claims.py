"""The flow: read pages, extract and check their claims, load them, check the data, report."""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar, cast

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from prefect.tasks import exponential_backoff
from prefect.utilities.annotations import quote

from flows import steps
from flows.artifacts import leave_discrepancies, leave_summary, move_progress, open_progress
from flows.partitions import Counts, Partition, staging_folder
from flows.pool import BatchPool
from flows.progress import advance
from flows.settings import Settings
from flows.summary import Summary
from flows.transient import may_pass
from flows.window import in_window
from intake.errors import IntakeError, rejection
from schemas import Page, Rejection, Run

PATIENT: dict[str, Any] = {
    "retries": 5,
    "retry_delay_seconds": exponential_backoff(backoff_factor=1),
    "retry_jitter_factor": 0.5,
    "retry_condition_fn": may_pass,
    "cache_policy": NO_CACHE,
}


THREADS = cast("TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner(max_workers=32))
Value = TypeVar("Value")


def as_is(value: Value) -> Value:
    """Hand a task a value that Prefect does not search for the results of other tasks."""
    return cast(Value, quote(value))


@flow(name="check-casualty-claims", task_runner=THREADS)
def check_casualty_claims(
    inputs: list[str] | None = None,
    database: Path | None = None,
    report: Path | None = None,
    processes: int | None = None,
) -> Summary:
    """Read pages, extract their claims, check and load them, and report discrepancies.

    Args:
        inputs: Files, folders, globs or URLs; the settings' inputs, or else the samples.
        database: The warehouse file.
        report: Folder of the report.
        processes: How many processes extract; 0 for one a core.
    """
    settings = Settings.given(inputs=inputs, database=database, report=report, processes=processes)
    began = monotonic()
    run = steps.start_run("run", settings.inputs or (steps.samples_folder(),))
    partitions = list(extract_all(run, settings))
    added = load_partitions(as_is(partitions), settings.database, run)
    steps.clear(settings.database, partitions)
    summary = Summary(
        run_id=run.run_id,
        database=settings.database,
        read=sum((partition.counts for partition in partitions), start=Counts()),
        added=added,
        seconds=monotonic() - began,
    )
    leave_summary(summary)
    leave_discrepancies(settings.database)
    return summary


def extract_all(run: Run, settings: Settings) -> Iterator[Partition]:
    """Make a partition of each batch, a few batches at a time."""
    progress = open_progress("Share of the inputs' bytes that was read and extracted")
    total, done = steps.size_of(run.inputs), 0
    batches = steps.in_batches(read_inputs(run.inputs), settings)
    first = list(islice(batches, 2))
    # A single batch is sooner done here than a process is started.
    with BatchPool(settings.processes if len(first) > 1 else 1) as pool:
        staging = staging_folder(settings.database)
        futures = (
            make_batch.submit(as_is(batch), as_is(pool), staging, run.extractor)
            for batch in chain(first, batches)
        )
        for partition in in_window(futures, 2 * pool.processes):
            done += partition.size
            advance("bytes read", done, total)
            move_progress(progress, done, total)
            yield partition


def read_inputs(inputs: tuple[str, ...]) -> Iterator[Page | Rejection]:
    """Read files as they come, and addresses on the web with another try where that may help."""
    import intake  # noqa: PLC0415 -- brings the HTML reader

    yield from intake.read_pages([given for given in inputs if not steps.is_remote(given)])
    for given in filter(steps.is_remote, inputs):
        try:
            yield from fetch(given)
        except IntakeError as error:
            yield rejection(error, given)


@task(name="fetch", **PATIENT)
def fetch(address: str) -> list[Page | Rejection]:
    """Read the pages at an address."""
    import intake  # noqa: PLC0415 -- brings the HTML reader

    return list(intake.read_pages([address], raise_transient=True))


@task(name="make-batch", **PATIENT)
def make_batch(
    items: list[Page | Rejection], pool: BatchPool, staging: Path, extractor: str
) -> Partition:
    """Extract the claims of a batch of pages and keep them on disk."""
    return steps.make(items, pool, staging, extractor)


@task(name="load", **PATIENT)
def load_partitions(partitions: list[Partition], database: Path, run: Run) -> Counts:
    """Load all that was made, in one transaction."""
    return steps.load(database, run, partitions)
