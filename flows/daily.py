"""The flow: check all that is in the warehouse, and write the report anew; nothing is read."""

from pathlib import Path

from prefect import flow
from prefect.artifacts import create_table_artifact

from flows import logs, steps, tasks
from flows.hooks import leave_advice
from flows.reading import up_to_date
from flows.settings import Settings
from flows.stages import Stages
from flows.summary import FailedCheck
from flows.turns import turn_at_warehouse


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
    run = steps.start_run("quality", (str(settings.database),))
    timed = Stages(run.run_id)
    with turn_at_warehouse():
        up_to_date(settings.database)
        with timed("check"):
            checks, failed = tasks.check(settings.database, run.run_id, settings.data_docs)
        if tasks.gate(settings.database, settings.hold_on).is_open:
            with timed("report"):
                tasks.report(settings.database, settings.report)
    create_table_artifact(
        key="tollcheck-quality",
        table=[check.model_dump(mode="json") for check in failed],
        description=f"{len(failed)} of {checks} checks failed",
    )
    return failed
