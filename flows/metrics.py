"""The figures of the last run in the text format that Prometheus and its like read."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from flows.open_for_reading import open_for_reading
from flows.summary import RunSummary

if TYPE_CHECKING:
    from prometheus_client import Gauge

    Gauges = Callable[..., Gauge]
    """Makes a gauge of a name, a help text and the names of labels."""

REJECTIONS = "select reason, count(*) from rejections where run_id = ? group by reason"
VISITS = "select outcome, count(*) from visits group by outcome"
TABLES = ("pages", "documents", "claims", "events", "rejections")


def write_metrics(path: Path, command: str, finished: float, summary: RunSummary) -> None:
    """Write the figures of a run; the file is there whole or not at all.

    Args:
        path: The file, such as one in the folder that node_exporter reads.
        command: What was run.
        finished: When it ended, in seconds since 1970.
        summary: How it went.
    """
    from prometheus_client import CollectorRegistry, Gauge, write_to_textfile  # noqa: PLC0415

    registry = CollectorRegistry()

    def gauge(name: str, help_: str, *labels: str) -> Gauge:
        return Gauge(f"tollcheck_{name}", help_, labels, registry=registry)

    gauge("last_run_timestamp_seconds", "When the last run ended.", "command").labels(command).set(
        finished
    )
    _measure_run(gauge, summary)
    _measure_warehouse(gauge, summary)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_to_textfile(str(path), registry)


def _measure_run(gauge: "Gauges", summary: RunSummary) -> None:
    """Set the figures that the run itself told."""
    gauge("run_seconds", "How long the last run took.").set(summary.seconds)
    stages = gauge("stage_seconds", "How long each stage of the last run took.", "stage")
    for stage, seconds in summary.stages.items():
        stages.labels(stage).set(seconds)
    items = gauge("run_items", "What the last run found, and what of it was new.", "kind", "which")
    for which, counts in (("found", summary.read), ("added", summary.added)):
        for kind, count in counts.model_dump().items():
            items.labels(kind, which).set(count)
    gauge("checks", "How many checks ran.").set(summary.checks)
    gauge("checks_failed", "How many checks failed.").set(len(summary.failed))
    gauge("report_held", "Whether the report was held back.").set(bool(summary.held))


def _measure_warehouse(gauge: "Gauges", summary: RunSummary) -> None:
    """Set the figures that stand in the warehouse after the run."""
    rows = gauge("warehouse_rows", "Rows in the warehouse, all versions.", "table")
    rejections = gauge("run_rejections", "Rejections that the last run added.", "reason")
    visits = gauge("sources", "Addresses, by how the last visit ended.", "outcome")
    with open_for_reading(summary.database) as connection:
        for table in TABLES:
            (count,) = connection.execute(f"select count(*) from {table}").fetchall()[0]  # noqa: S608 -- names of ours
            rows.labels(table).set(count)
        for reason, count in connection.execute(REJECTIONS, [summary.run_id]).fetchall():
            rejections.labels(reason).set(count)
        for outcome, count in connection.execute(VISITS).fetchall():
            visits.labels(outcome).set(count)
    gauge("warehouse_bytes", "Size of the warehouse.").set(summary.database.stat().st_size)
