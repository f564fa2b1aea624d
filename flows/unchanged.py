"""Whether a run would change anything: one over pages that were all read before is spared."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.version import EXTRACTOR_VERSION
from flows.inputs import is_file, is_local
from flows.object_versions import ObjectVersions
from flows.open_for_reading import open_for_reading
from flows.settings import Settings
from flows.summary import Counts, FailedCheck, RunSummary
from flows.watching import REJECTED, held_for_good, page_ids
from intake.pages import read_pages
from intake.reading.remote import is_object_address
from intake.rejections import IntakeError
from schemas import Page
from warehouse import WarehouseError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LAST = """
select
    runs.run_id,
    greatest(runs.finished, (select max(decided) from verdicts)) as changed
from runs
where exists (from run_stages where run_stages.run_id = runs.run_id)
    and runs.started = (select max(started) from runs)
"""
"""The last run, if it came to its end, and when the warehouse changed last."""
FOUND = """
with found as (
    select document_id
    from documents
    where list_contains(?, page_id) and superseded is null
)
select
    (select count(*) from found),
    (select count(*) from claims where superseded is null and document_id in (from found)),
    (select count(*) from rejections where document_id in (from found))
"""
CHECKS = """
select expectation, severity, failed, message, passed
from quality_results
where run_id = (select run_id from quality_results order by checked_at desc limit 1)
order by severity, failed desc, expectation
"""


def find_unchanged(inputs: Sequence[str], settings: Settings) -> RunSummary | None:
    """The summary of a run that would change nothing.

    Returns:
        Null where something is new, was decided since, or cannot be told without a run.
    """
    front = settings.report / "index.html"
    told = settings.database.exists() and front.exists() and not settings.hold_on
    if not told or not all(map(is_file, inputs)):
        return None
    try:
        read = read_again(inputs, settings)
        if read is None:
            return None
        with open_for_reading(settings.database) as connection:
            return summarise(connection, settings, front, *read)
    except WarehouseError:
        return None


def read_again(inputs: Sequence[str], settings: Settings) -> tuple[list[str], int] | None:
    """The pages of inputs and the number of rejections, if all of them are known.

    Files are read; of objects in storage it is asked whether they are the same.
    """
    known = held_for_good(settings.database, EXTRACTOR_VERSION)
    refused = page_ids(settings.database, REJECTED)
    versions = ObjectVersions(settings.object_notes, lambda: known)
    names: list[str] = []
    for given in filter(is_object_address, inputs):
        try:
            gave = versions.unchanged(given)
        except IntakeError:
            return None
        if gave is None:
            return None
        names += gave
    for item in read_pages(list(filter(is_local, inputs))):
        name = item.page_id if isinstance(item, Page) else item.rejection_id
        if name not in known:
            return None
        names.append(name)
    pages = [name for name in names if name not in refused]
    return pages, len(names) - len(pages)


def summarise(
    connection: "DuckDBPyConnection",
    settings: Settings,
    front: Path,
    pages: list[str],
    rejections: int,
) -> RunSummary | None:
    """Tell what the last run left, unless the warehouse changed after its report."""
    last = connection.execute(LAST).fetchone()
    reported = datetime.fromtimestamp(front.stat().st_mtime, UTC).replace(tzinfo=None)
    if last is None or last[1] is None or reported < last[1]:
        return None
    documents, claims, refused = connection.execute(FOUND, [pages]).fetchall()[0]
    checks = connection.execute(CHECKS).fetchall()
    return RunSummary(
        run_id=last[0],
        database=settings.database,
        read=Counts(
            pages=len(pages),
            documents=documents,
            claims=claims,
            rejections=rejections + refused,
        ),
        added=Counts(),
        checks=len(checks),
        failed=tuple(
            FailedCheck.of(name, severity, failed, message)
            for name, severity, failed, message, passed in checks
            if not passed
        ),
        report=front,
        seconds=0.0,
    )
