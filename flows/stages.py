"""The stages of the pipeline as Prefect tasks: what Prefect shows, tries again and times out."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeVar, cast

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.task_engine import TaskRunTimeoutError
from prefect.tasks import exponential_backoff
from prefect.utilities.annotations import quote
from prefect.utilities.timeout import timeout

import desk
from flows import artifacts, partitions, publishing, quality, runs, staging
from flows.locate_events import locate_events
from flows.pool import BatchPool
from flows.processes import run_in_process
from flows.settings import Settings
from flows.summary import Counts, FailedCheck, RunSummary
from flows.transient import may_pass
from intake import web
from intake.fetching.fetcher import Fetcher
from intake.fetching.response_store import ResponseStore
from intake.pages import read_pages
from schemas import Page, Rejection, Run
from warehouse.operations import Visited

PATIENT: dict[str, Any] = {
    "retries": 5,
    "retry_delay_seconds": exponential_backoff(backoff_factor=1),
    "retry_jitter_factor": 0.5,
    "retry_condition_fn": may_pass,
    "cache_policy": NO_CACHE,
}
LONG = 2 * 3600.0
"""Seconds after which a stage is taken to hang: none on a million claims takes half of that."""
BOUND: dict[str, Any] = {**PATIENT, "timeout_seconds": LONG}
# Somebody waits, or the source is watched again soon: a host that is down should hold up nobody.
BRIEF: dict[str, Any] = {**PATIENT, "retries": 2, "timeout_seconds": 300}
Value = TypeVar("Value")


def as_is(value: Value) -> Value:
    """Hand a task a value that Prefect does not search for the results of other tasks."""
    return cast(Value, quote(value))


def in_time() -> AbstractContextManager[None]:
    """The time limit of tasks that run in threads: Prefect's own warns at each of them."""
    return timeout(LONG, TaskRunTimeoutError)


@task(name="fetch", **BRIEF)
def fetch(address: str) -> list[Page | Rejection]:
    """Read the pages at an address."""
    return list(read_pages([address], raise_transient=True))


@task(name="visit", **BRIEF)
def visit(address: str, named: bool, fetcher: Fetcher, store: ResponseStore) -> web.Visit:
    """Look whether an address has something new."""
    return web.visit(address, fetcher, store, named=named)


@task(name="extract-batch", **PATIENT)
def extract_batch(
    items: list[Page | Rejection], pool: BatchPool, folder: str, extractor: str
) -> staging.StagedBatch:
    """Split a batch of pages, extract and check their claims, and stage them for the load."""
    with in_time():
        return staging.extract_staged(items, pool, folder, extractor)


@task(name="extract-partition", **PATIENT)
def extract_partition(
    partition: partitions.InputPartition, settings: Settings, folder: str, extractor: str
) -> list[staging.StagedBatch]:
    """Read a partition of the inputs, extract its claims and stage them for the load."""
    with in_time():
        return partitions.extract_partition(partition, settings, folder, extractor)


@task(name="load", **BOUND)
def load(batches: list[staging.StagedBatch], database: Path, run: Run) -> Counts:
    """Load all staged batches in one transaction, and tell what was new."""
    return staging.load_staged(database, run, batches)


@task(name="compare", **BOUND)
def compare(database: Path) -> None:
    """Look up where new events lie; the warehouse has sorted and compared them on the load."""
    locate_events(database)


@task(name="check-quality", **BOUND)
def check_quality(
    database: Path, run_id: str, data_docs: Path, pool: ProcessPoolExecutor
) -> tuple[int, tuple[FailedCheck, ...]]:
    """Check the quality of what is in the warehouse, in a process that takes its memory with it."""
    return run_in_process(pool, quality.check_quality, database, run_id, data_docs)


@task(name="report", **BOUND)
def report(
    database: Path, folder: Path, data_docs: Path, hold_on: tuple[str, ...]
) -> tuple[Path | None, tuple[str, ...]]:
    """Write the report, unless a failed check holds it back; the last one stays until then.

    Returns:
        Its front page where it was written, and why it was held back where not.
    """
    gate = desk.may_publish(database, hold_on)
    if not gate.is_open:
        return None, gate.reasons
    return publishing.write_report(database, folder, data_docs), ()


@task(name="record", **BOUND)
def record(run: Run, summary: RunSummary, settings: Settings, visits: Sequence[Visited]) -> None:
    """Record how a run went: in the warehouse, in the log, as metrics and as artifacts."""
    runs.record_run(run, summary, settings, visits)
    artifacts.leave_summary(summary)
    artifacts.leave_discrepancies(summary.database)
