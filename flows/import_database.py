"""The flow: take the rows of a database of casualties in, as figures that the database holds."""

from datetime import date
from pathlib import Path

from prefect import flow

from flows import logs
from flows.hooks import leave_advice
from flows.inputs import size_of
from flows.pipeline import THREADS, run_pipeline
from flows.runs import start_run
from flows.settings import Settings
from flows.summary import RunSummary
from intake.databases.read import read_database


@flow(
    name="import-database",
    task_runner=THREADS,
    on_failure=[leave_advice],
    on_crashed=[leave_advice],
)
def import_database(
    file: Path,
    layout: str,
    released: date | None = None,
    database: Path | None = None,
    report: Path | None = None,
) -> RunSummary:
    """Read a table of a database, extract its figures, check and load them, and compare them.

    Args:
        file: The table, as the database has published it.
        layout: Whose layout it has: ucdp, acled or airwars.
        released: When this version was published, where its rows do not tell.
        database: The warehouse file.
        report: Folder of the report.
    """
    settings = Settings.given(database=database, report=report)
    logs.configure(settings)
    run = start_run("import", (str(file),))
    rows = read_database(file, layout, released)
    return run_pipeline(run, rows, settings, size_of(run.inputs))
