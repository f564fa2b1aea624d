"""The flow: extract the claims of all stored pages again, as a new extractor reads them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from prefect import flow

from flows import logs
from flows.batches import batched
from flows.hooks import leave_advice
from flows.open_for_reading import PATIENCE, open_for_reading
from flows.pipeline import THREADS, run_pipeline
from flows.runs import start_run
from flows.settings import Settings
from flows.summary import RunSummary
from flows.watching import read_before
from schemas import Page

STORED = """
select page_id, address, media_type, content, encoding, size, fetched
from pages
where list_contains(?, page_id)
order by page_id
"""
WANTED = """
select page_id, size
from pages
where page_id in (select page_id from documents where superseded is null)
    or (
        page_id not in (select page_id from documents where page_id is not null)
        and page_id not in (select page_id from appearances where page_id is not null)
    )
order by page_id
"""
"""Pages that hold what counts today, and those that gave nothing; not what was corrected since."""
CHUNK = 200


@flow(
    name="extract-claims-again",
    task_runner=THREADS,
    on_failure=[leave_advice],
    on_crashed=[leave_advice],
)
def extract_claims_again(
    database: Path | None = None, processes: int | None = None, every: bool = False
) -> RunSummary:
    """Read the stored pages again; the claims found now supersede the earlier ones.

    Args:
        database: The warehouse file.
        processes: How many processes extract; 0 for one a core.
        every: Also the pages that this version of the extractor has read.
    """
    settings = Settings.given(database=database, processes=processes)
    logs.configure(settings)
    run = start_run("extract again", (str(settings.database),))
    done = frozenset() if every else read_before(settings.database, run.extractor)
    names, total = stored_pages(settings.database, done)
    return run_pipeline(run, read_stored(settings.database, names), settings, total)


def stored_pages(database: Path, done: frozenset[str]) -> tuple[list[str], int]:
    """The pages that are to be read, and their bytes."""
    with open_for_reading(database, PATIENCE) as connection:
        found = connection.execute(WANTED).fetchall()
    wanted = [(name, size) for name, size in found if name not in done]
    return [name for name, _ in wanted], sum(size for _, size in wanted)


def read_stored(database: Path, names: Sequence[str]) -> Iterator[Page]:
    """Read pages from the warehouse, which is open only for moments."""
    for chunk in batched(names, CHUNK, len, CHUNK * 100):
        with open_for_reading(database, PATIENCE) as connection:
            found = connection.execute(STORED, [chunk])
            columns = [column[0] for column in found.description or ()]
            rows = found.fetchall()
        for row in rows:
            yield Page(**dict(zip(columns, row, strict=True)))
