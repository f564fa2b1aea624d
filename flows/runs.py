"""A run from its name to what it leaves: its rows, its log lines, its metrics."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import uuid4

from extractors.version import EXTRACTOR_VERSION
from flows import logs
from flows.metrics import write_metrics
from flows.orphans import keep_house
from flows.settings import Settings
from flows.summary import RunSummary
from schemas import Run, RunStatus
from warehouse.operations import Visited, keep_operations


def start_run(command: str, inputs: Sequence[str]) -> Run:
    """Begin a run, and tidy up after those that were killed."""
    keep_house()
    started = datetime.now(UTC)
    return Run(
        run_id=run_name(started),
        command=command,
        inputs=tuple(inputs),
        extractor=EXTRACTOR_VERSION,
        started=started,
    )


def run_name(started: datetime) -> str:
    """A name for a run; names sort by their time."""
    return f"{started:%Y%m%dT%H%M%S}-{uuid4().hex[:6]}"


def end_run(run: Run, status: RunStatus) -> Run:
    """End a run."""
    return run.model_copy(update={"finished": datetime.now(UTC), "status": status})


def record_run(
    run: Run, summary: RunSummary, settings: Settings, visits: Sequence[Visited]
) -> None:
    """Record how a run went: in the warehouse, in the log, as metrics."""
    found, added = summary.read, summary.added
    counts = {
        "read": (found.pages, added.pages),
        "split": (found.documents, added.documents),
        "extract": (found.claims, added.claims),
        "reject": (found.rejections, added.rejections),
    }
    keep_operations(settings.database, run.run_id, counts, visits)
    logs.log_rows(settings.database, run.run_id)
    logs.log_event(
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
