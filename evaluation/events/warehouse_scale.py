"""What a warehouse costs as it grows: loading and linking, one more document, each view, exports.

The claims come from the stream of invented reports, as extraction would deliver them, so that
only the warehouse is measured.
"""

import os
import resource
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from evaluation.events.multiplying import multiply
from evaluation.events.resources_spent import Spent, spent, sum_of
from evaluation.events.scale_report import MeasuredStage, write
from evaluation.score_report import RESULTS
from evaluation.stream_claims import EXTRACTOR
from evaluation.streams import StreamReport, stream
from schemas import Batch, Run
from warehouse import BatchTables, batch_tables, load_tables, open_warehouse
from warehouse.exports.export import export
from warehouse.exports.formats import ExportFormat
from warehouse.sqlfiles import published

SIZES = (10_000, 100_000, 1_000_000)
CLAIMS_A_DOCUMENT = 2.27
"""As the stream has them; it only sets how long the stream is."""
EVENTS_A_THOUSAND = 100
DAYS_A_THOUSAND = 25
AT_ONCE = 10_000
"""Documents of one load."""
ADDED = 40
"""Documents added one by one: enough for the log of a large file to be taken in meanwhile."""
EXPORTED = 100_000
"""Claims up to which every format is exported; beyond, the tables are."""
TABLES = (ExportFormat.PARQUET, ExportFormat.CSV)
MOMENT = "timestamp '2100-01-01'"
MIDST = "select quantile_disc(published, 0.5) from facts where superseded is null"


class Asked(Protocol):
    """A database that answers questions."""

    def execute(self, query: str) -> Any:
        """Ask a question."""


def measure_warehouse(
    sizes: Sequence[int] = SIZES, results: Path | None = RESULTS, *, times: int = 1
) -> list[MeasuredStage]:
    """Fill a warehouse, and measure it at each size.

    Args:
        sizes: Claims at which it is measured, in growing order.
        results: Folder for the dated file, written anew after each size; null keeps nothing.
        times: How often the rows of the last size are to stand in a further, larger warehouse.
    """
    stages: list[MeasuredStage] = []
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "scale.duckdb"
        following: list[StreamReport] = []
        for stage, following in fill(path, sizes):
            stages.append(compared(measure(path, stage, following[:ADDED]), stages))
            write(stages, results)
        if times > 1:
            stages.append(compared(measure_multiplied(path, times, following[ADDED:]), stages))
            write(stages, results)
    return stages


def compared(stage: MeasuredStage, smaller: Sequence[MeasuredStage]) -> MeasuredStage:
    """A stage with what one document more costs against the smallest stage."""
    least = smaller[0].added.cpu if smaller else stage.added.cpu
    return replace(stage, growth=stage.added.cpu / least)


def measure_multiplied(path: Path, times: int, following: Sequence[StreamReport]) -> MeasuredStage:
    """Measure a warehouse in which everything loaded stands several times."""
    multiply(path, times)
    larger = replace(describe(path, Spent(), Spent()), times=times)
    return measure(path, larger, following)


def fill(path: Path, sizes: Sequence[int]) -> Iterator[tuple[MeasuredStage, list[StreamReport]]]:
    """Load the stream, and stop at each size with the reports that follow."""
    documents = round(sizes[-1] / CLAIMS_A_DOCUMENT * 1.2)
    reports = stream(
        max(20, documents * EVENTS_A_THOUSAND // 1_000),
        documents,
        days=max(730, documents * DAYS_A_THOUSAND // 1_000),
    )
    prepared, loaded, claims, number = Spent(), Spent(), 0, 0
    for size in sizes:
        while claims < size:
            wanted = min(AT_ONCE, round((size - claims) / CLAIMS_A_DOCUMENT) + 1)
            took, tables = spent(partial(tables_of, islice(reports, wanted)))
            prepared, number = prepared.plus(took), number + 1
            took, report = spent(partial(load_tables, path, run(number), tables))
            loaded, claims = loaded.plus(took), claims + report.claims
        following = list(islice(reports, 2 * ADDED))
        yield describe(path, prepared, loaded), following
        claims += sum(len(report.extraction.claims) for report in following)


def tables_of(reports: Iterable[StreamReport]) -> BatchTables:
    """Reports as the tables that a load takes."""
    told = list(reports)
    batch = Batch(
        documents=[report.document for report in told],
        extractions=[report.extraction for report in told],
    )
    return batch_tables(batch, EXTRACTOR)


def run(number: int | str) -> Run:
    """A run that brings a batch."""
    return Run(run_id=f"scale-{number}", extractor=EXTRACTOR, started=datetime.now(UTC))


def describe(path: Path, prepared: Spent, loaded: Spent) -> MeasuredStage:
    """Count what is in the warehouse."""
    with open_warehouse(path, read_only=True) as connection:
        counts = [
            count(connection, table)
            for table in ("current_claims", "documents", "(select distinct event_id from facts)")
        ]
    return MeasuredStage(
        claims=counts[0],
        documents=counts[1],
        events=counts[2],
        megabytes=path.stat().st_size >> 20,
        memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10,
        busy=round(os.getloadavg()[0], 1),
        prepared=prepared,
        loaded=loaded,
    )


def count(connection: Asked, table: str) -> int:
    """How many rows a table has."""
    row = connection.execute(f"select count(*) from {table}").fetchone()  # noqa: S608 -- our names
    return int(row[0]) if row else 0


def measure(path: Path, stage: MeasuredStage, following: Sequence[StreamReport]) -> MeasuredStage:
    """Measure a warehouse of one size."""
    views = [item.name for item in published() if item.kind == "view"]
    added = add_documents(path, following)
    with open_warehouse(path, read_only=True) as connection:
        connection.execute("set threads = 2")
        events = connection.execute(
            "select event_id from discrepancies order by documents desc, event_id limit 1"
        ).fetchone()
        one = f"{MOMENT}, events := ['{events[0] if events else ''}']"
        (midst,) = connection.execute(MIDST).fetchone() or (None,)
        asked = {name: read(connection, name) for name in views}
        macros = {
            f"{name}, {whose}": read(connection, f"{name}({arguments})")
            for name in ("positions_as_of", "discrepancies_as_of")
            for whose, arguments in (
                ("all events", MOMENT),
                ("one event", one),
                ("on the middle day", f"timestamp '{midst}'"),
            )
        }
    forms = ExportFormat if stage.claims <= EXPORTED * 1.2 else TABLES
    return replace(
        stage,
        added=sum_of(added).over(len(added)),
        slowest=max(added, key=lambda each: each.cpu),
        views=asked,
        macros=macros,
        exports={form.value: export_to(path, form) for form in forms},
    )


def add_documents(path: Path, reports: Iterable[StreamReport]) -> list[Spent]:
    """Add documents one by one, as a watcher of feeds does."""
    took = []
    for report in reports:
        tables, name = tables_of([report]), run(report.document.document_id)
        took.append(spent(partial(load_tables, path, name, tables))[0])
    return took


def read(connection: Asked, name: str) -> Spent:
    """Read a view or a macro whole."""
    query = f"select count(*), sum(hash(read)) from {name} as read"  # noqa: S608 -- our names
    return spent(lambda: connection.execute(query).fetchall())[0]


def export_to(path: Path, form: ExportFormat) -> Spent:
    """Export to a file that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        return spent(lambda: export(path, form, Path(folder) / "export"))[0]
