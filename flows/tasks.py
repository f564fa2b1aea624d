"""The flow's tasks: what Prefect shows, retries and times out, each around a plain function."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeVar, cast

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.task_engine import TaskRunTimeoutError
from prefect.tasks import exponential_backoff
from prefect.utilities.annotations import quote
from prefect.utilities.timeout import timeout

from desk import Gate, may_publish, write_report
from flows import shares, steps
from flows.apart import apart
from flows.artifacts import leave_discrepancies, leave_summary
from flows.locating import locate_events
from flows.partitions import Counts, Partition
from flows.pool import BatchPool
from flows.settings import Settings
from flows.summary import FailedCheck, Summary
from flows.transient import may_pass
from intake.fetching.fetcher import Fetcher
from intake.fetching.store import Store
from intake.pages import read_pages
from intake.web import Visit, visit
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
"""Seconds after which a step is taken to hang: no step on a million claims takes half of that."""
BOUND: dict[str, Any] = {**PATIENT, "timeout_seconds": LONG}
# The source is watched again soon, and a host that is down should not hold up the others.
BRIEF: dict[str, Any] = {**PATIENT, "retries": 2, "timeout_seconds": 300}
Value = TypeVar("Value")


def as_is(value: Value) -> Value:
    """Hand a task a value that Prefect does not search for the results of other tasks."""
    return cast(Value, quote(value))


def in_time() -> AbstractContextManager[None]:
    """The time limit of tasks that run in threads: Prefect's own warns at each of them."""
    return timeout(LONG, TaskRunTimeoutError)


@task(name="fetch", **BOUND)
def fetch(address: str) -> list[Page | Rejection]:
    """Read the pages at an address."""
    return list(read_pages([address], raise_transient=True))


@task(name="visit", **BRIEF)
def look(address: str, named: bool, fetcher: Fetcher, store: Store) -> Visit:
    """Look whether an address has something new."""
    return visit(address, fetcher, store, named=named)


@task(name="make-batch", **PATIENT)
def make_batch(
    items: list[Page | Rejection], pool: BatchPool, staging: str, extractor: str
) -> Partition:
    """Extract the claims of a batch of pages and keep them on disk."""
    with in_time():
        return steps.make(items, pool, staging, extractor)


@task(name="make-share", **PATIENT)
def make_share(
    share: shares.Share, settings: Settings, staging: str, extractor: str
) -> list[Partition]:
    """Read a share of the inputs, extract its claims and keep them on disk."""
    with in_time():
        return shares.make_share(share, settings, staging, extractor)


@task(name="load", **BOUND)
def load(partitions: list[Partition], database: Path, run: Run) -> Counts:
    """Load all that was made, in one transaction."""
    return steps.load(database, run, partitions)


@task(name="locate", **BOUND)
def locate(database: Path) -> None:
    """Look up where new events lie."""
    locate_events(database)


@task(name="check", **BOUND)
def check(database: Path, run_id: str, data_docs: Path) -> tuple[int, tuple[FailedCheck, ...]]:
    """Check the quality of what is in the warehouse."""
    return apart(steps.check, database, run_id, data_docs)


@task(name="gate", **BOUND)
def gate(database: Path, hold_on: tuple[str, ...]) -> Gate:
    """Find out whether a failed check holds the report back."""
    return may_publish(database, hold_on)


@task(name="show", **BOUND)
def show(summary: Summary) -> None:
    """Leave the summary and the discrepancies as artifacts."""
    leave_summary(summary)
    leave_discrepancies(summary.database)


@task(name="report", **BOUND)
def report(database: Path, folder: Path) -> Path:
    """Write the report; the last one stays until the new one is whole."""
    return write_report(database, folder)


@task(name="tell", **BOUND)
def tell(run: Run, summary: Summary, settings: Settings, visits: Sequence[Visited]) -> None:
    """Keep what the run tells of itself: in the warehouse, the log and the metrics."""
    steps.tell(run, summary, settings, visits)
