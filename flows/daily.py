"""The flow: check all that is in the warehouse, and write the report anew; nothing is read."""

from pathlib import Path

from prefect import flow
from prefect.artifacts import create_table_artifact

from flows import logs, stages
from flows.hooks import leave_advice
from flows.open_for_reading import up_to_date
from flows.quality import process_for_checks
from flows.runs import start_run
from flows.settings import Settings
from flows.stages import as_is
from flows.summary import FailedCheck
from flows.timing import StageTimer
from flows.warehouse_lock import warehouse_lock


@flow(name="report-quality", on_failure=[leave_advice], on_crashed=[leave_advice])
def report_quality(
    database: Path | None = None, report: Path | None = None
) -> tuple[FailedCheck, ...]:
    """Check the quality of the whole warehouse and write the report, unless a failure holds it.

    Args:
        database: The warehouse file.
        report: Folder of the report.
    """
    settings = Settings.given(database=database, report=report)
    logs.configure(settings)
    run = start_run("quality", (str(settings.database),))
    timer = StageTimer(run.run_id)
    with warehouse_lock(settings.database), process_for_checks() as checking:
        up_to_date(settings.database)
        with timer("quality"):
            checks, failed = stages.check_quality(
                settings.database, run.run_id, settings.data_docs, as_is(checking)
            )
        with timer("report"):
            stages.report(settings.database, settings.report, settings.data_docs, settings.hold_on)
    create_table_artifact(
        key="tollcheck-quality",
        table=[check.model_dump(mode="json") for check in failed],
        description=f"{len(failed)} of {checks} checks failed",
    )
    return failed
