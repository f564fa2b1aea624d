"""What a whole run costs: its fixed part, then each thousand documents, and how that grows."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from evaluation.corpora import find_shared, read_articles, read_releases
from evaluation.score_report import RESULTS
from evaluation.streams import stream
from extractors.version import EXTRACTOR_VERSION
from schemas import Document

FEW = 10
"""Documents of the run that shows the fixed cost."""
SIZES = (1_000, 10_000, 100_000)
REPORTING = 10
"""One document in so many reports an event, about as in general news; the others are notices."""
REPORTS_AN_EVENT = 10
NOTICE = (
    "Notice {number}\n\nThe library of Hallow Bay opens at nine on day {number} of the season. "
    "Entry is free. The reading room keeps its hours, and the harbour road stays closed.\n"
)
COPIES = 10
"""How often the texts for the two processes are written: start-up then counts little."""
COMMAND = str(Path(sys.executable).parent / "tollcheck")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one command took.

    Attributes:
        documents: How many documents it read.
        seconds: Wall-clock time.
        processor: Processor seconds of all its processes.
        megabytes: Peak memory of its largest process.
    """

    documents: int
    seconds: float
    processor: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class FlowCost:
    """What runs of several sizes took.

    Attributes:
        fixed: A run of hardly any documents.
        runs: The others, smallest first.
        processes: Extraction alone by number of processes.
    """

    fixed: Cost
    runs: tuple[Cost, ...]
    processes: Mapping[int, Cost]

    def a_thousand(self, run: Cost) -> float:
        """Processor seconds that a thousand documents add."""
        return (run.processor - self.fixed.processor) / (run.documents - FEW) * 1_000

    @property
    def growth(self) -> float:
        """Cost of a document in the largest run over that in the smallest."""
        return self.a_thousand(self.runs[-1]) / self.a_thousand(self.runs[0])

    @property
    def gain(self) -> float:
        """How many times faster two processes are than one."""
        return self.processes[1].seconds / self.processes[2].seconds

    def as_json(self) -> dict[str, Any]:
        """The figures."""
        day = datetime.now(UTC).date().isoformat()
        told = {"date": day, "extractor": EXTRACTOR_VERSION, **asdict(self)}
        return told | {"growth": self.growth, "gain": self.gain}


def measure_flow(sizes: Sequence[int] = SIZES, results: Path | None = RESULTS) -> FlowCost:
    """Run the whole flow on invented reports, and extraction alone on real texts.

    Args:
        sizes: Documents of each run, smallest first.
        results: Folder for the dated file; null keeps nothing.

    Raises:
        GoldError: The texts are missing.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cost = FlowCost(
            fixed=_run_flow(folder, FEW),
            runs=tuple(_run_flow(folder, size) for size in sizes),
            processes={number: _extract(folder, number) for number in (1, 2)},
        )
    if results:
        results.mkdir(parents=True, exist_ok=True)
        row = cost.as_json()
        path = results / f"flow-{row['date']}.json"
        path.write_text(json.dumps(row, indent=2) + "\n", encoding="utf-8")
    return cost


def print_flow(cost: FlowCost, console: Console) -> None:
    """Print a row a run, the growth, and what a second process gains."""
    table = Table(title="The whole run", title_justify="left", title_style="bold")
    for heading in (
        "documents",
        "seconds",
        "processor seconds",
        "processor seconds a further 1,000",
        "peak MB",
    ):
        table.add_column(heading, justify="right")
    for run in (cost.fixed, *cost.runs):
        table.add_row(
            f"{run.documents:,}",
            f"{run.seconds:,.1f}",
            f"{run.processor:,.1f}",
            "" if run is cost.fixed else f"{cost.a_thousand(run):.2f}",
            f"{run.megabytes:,.0f}",
        )
    console.print(table)
    console.print(f"growth of the cost of a document: {cost.growth:.2f} × (at most 1.15)")
    console.print(f"two processes over one, extraction alone: {cost.gain:.2f} × (at least 1.7)")


def _run_flow(folder: Path, size: int) -> Cost:
    path = _write(folder / f"{size}.jsonl", make_documents(size))
    database, report = folder / f"{size}.duckdb", folder / f"{size}-report"
    arguments = [COMMAND, "run", str(path), "--db", str(database)]
    return _cost(size, arguments, TOLLCHECK_REPORT=str(report))


def make_documents(size: int) -> Iterator[Document]:
    """Invent short documents, a few of which report on events.

    Args:
        size: How many.
    """
    reports = max(size // REPORTING, 1)
    told = stream(max(reports // REPORTS_AN_EVENT, 2), reports)
    for number in range(size):
        report = next(told, None) if number % REPORTING == 0 else None
        text = NOTICE.format(number=number)
        yield report.document if report else Document(document_id=f"notice-{number}", text=text)


def _extract(folder: Path, processes: int) -> Cost:
    shared = find_shared()
    texts = [article.document.text for article in read_articles(shared)]
    texts += [release.document.text for release in read_releases(shared)]
    documents = [
        Document(document_id=f"{copy}-{number}", text=text)
        for copy in range(COPIES)
        for number, text in enumerate(texts)
    ]
    path = _write(folder / f"{processes}-processes.jsonl", documents)
    output = folder / f"{processes}-claims.jsonl"
    arguments = [COMMAND, "extract", str(path), "--output", str(output)]
    return _cost(len(documents), arguments, TOLLCHECK_PROCESSES=str(processes))


def _write(path: Path, documents: Iterable[Document]) -> Path:
    fields = {"document_id", "text", "title", "outlet", "url", "published"}
    with path.open("w", encoding="utf-8") as file:
        for document in documents:
            row = document.model_dump_json(include=fields, exclude_none=True)
            file.write(f"{row}\n")
    return path


def _cost(documents: int, arguments: Sequence[str], **environment: str) -> Cost:
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(  # noqa: S603 - our own command
            arguments, stdout=said, stderr=subprocess.STDOUT, env=os.environ | environment
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            last = said.read().decode("utf-8", "replace")[-2_000:]
            raise RuntimeError(f"{' '.join(arguments)} ended with {process.returncode}:\n{last}")
    processor = usage.ru_utime + usage.ru_stime
    return Cost(documents, time.perf_counter() - begin, processor, usage.ru_maxrss / 1024)
