"""What a run leaves in Prefect: its summary, the discrepancies, its progress."""

from pathlib import Path
from uuid import UUID

from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)

from flows.discrepancies import find_discrepancies, flat
from flows.summary import RunSummary

MOST_ROWS = 500


def open_progress(description: str) -> UUID:
    """Leave a progress artifact that starts at nothing."""
    made = create_progress_artifact(progress=0.0, description=description)
    assert isinstance(made, UUID)
    return made


def move_progress(artifact: UUID, done: int, total: int | None) -> None:
    """Move a progress artifact; without a total it stays where it is until the end."""
    if total:
        update_progress_artifact(artifact, progress=min(100.0, 100.0 * done / total))


def leave_summary(summary: RunSummary) -> None:
    """Leave the summary of a run as markdown."""
    create_markdown_artifact(
        key="tollcheck-summary", markdown=as_markdown(summary), description="How the run went"
    )


def leave_discrepancies(database: Path) -> None:
    """Leave the discrepancies as a table, a row a position."""
    names, rows = flat(find_discrepancies(database))
    table = [
        {name: None if cell is None else str(cell) for name, cell in zip(names, row, strict=True)}
        for row in rows[:MOST_ROWS]
    ]
    create_table_artifact(
        key="tollcheck-discrepancies",
        table=table,
        description=f"Positions that disagree: {len(table):,} of {len(rows):,}",
    )


def as_markdown(summary: RunSummary) -> str:
    """The summary of a run for Prefect's page."""
    rows = [
        "| | read | new in the warehouse |",
        "|---|--:|--:|",
        *(
            f"| {name} | {count:,} | {getattr(summary.added, name):,} |"
            for name, count in summary.read.model_dump().items()
        ),
    ]
    failed = [
        f"- **{check.name}** ({check.severity}): {check.rows:,} rows. {check.message}"
        for check in summary.failed
    ]
    checks = [f"{len(summary.failed)} of {summary.checks} checks failed.", *failed]
    held = ["The report was held back; the last one stays:", *(f"- {why}" for why in summary.held)]
    where = [f"Report: `{summary.report}`", ""] if summary.report else [*held, ""]
    title = f"# Run {summary.run_id}"
    return "\n".join([title, "", *rows, "", *where, *checks, ""])
