"""What the report costs over many events: time, memory, size, and how soon its pages open."""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from evaluation.json_lines import GoldError
from evaluation.score_report import RESULTS

COMMAND = str(Path(sys.executable).parent / "tollcheck")
EVENTS, DOCUMENTS = 1_900, 44_500
"""About 100,000 claims; linked, they are 10,000 events, of which many have one claim."""
OPENINGS = 5
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
# In a process of its own, so that the memory of loading is not counted as the report's.
LOAD = """
import sys
from datetime import UTC, datetime
from evaluation.stream_claims import EXTRACTOR
from evaluation.streams import stream
from schemas import Batch, Run, RunStatus
from warehouse import load_batch
now = datetime.now(UTC)
done = RunStatus.COMPLETED
run = Run(run_id="stream", extractor=EXTRACTOR, started=now, finished=now, status=done)
reports = list(stream(int(sys.argv[2]), int(sys.argv[3])))
documents = [each.document for each in reports]
batch = Batch(documents=documents, extractions=[each.extraction for each in reports])
load_batch(sys.argv[1], run, batch)
"""
COUNTS = """
select count(*) as claims, count(distinct event_id) as events,
    count(distinct document_id) as documents
from current_claims
"""
LOADED = "() => performance.getEntriesByType('navigation')[0].loadEventEnd"


@dataclass(frozen=True, slots=True)
class Opening:
    """How soon a page stands in the browser.

    Attributes:
        page: Its file.
        kilobytes: Its size.
        milliseconds: From the request to the end of loading, the median of several openings.
    """

    page: str
    kilobytes: float
    milliseconds: float


@dataclass(frozen=True, slots=True)
class ReportCost:
    """What a report took.

    Attributes:
        claims: Claims in the warehouse.
        events: Events with claims.
        documents: Documents with claims.
        seconds: Wall-clock time.
        processor_seconds: Processor time of all its processes.
        megabytes: Peak memory of its largest process.
        pages: How many pages it has.
        size: Megabytes on disk.
        seconds_again: Wall-clock time of a second report on the same warehouse.
        pages_again: How many pages it wrote again; the others are those of the first.
        waiting: Processes that wanted a core while it was written, beside the number of cores.
        openings: The front page, and the largest page of each kind.
    """

    claims: int
    events: int
    documents: int
    seconds: float
    processor_seconds: float
    megabytes: float
    pages: int
    size: float
    seconds_again: float
    pages_again: int
    waiting: tuple[float, int]
    openings: tuple[Opening, ...]


def measure_report(database: Path | None = None, results: Path | None = RESULTS) -> ReportCost:
    """Write the report on a large warehouse, and open its pages.

    Args:
        database: The warehouse; else one of invented reports is made.
        results: Folder for the dated file; null keeps nothing.

    Raises:
        GoldError: There is no browser.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large = database or _made(folder / "large.duckdb")
        cost = _cost(large, folder / "report")
    if results:
        results.mkdir(parents=True, exist_ok=True)
        day = datetime.now(UTC).date().isoformat()
        path = results / f"report-{day}.json"
        path.write_text(json.dumps({"date": day, **asdict(cost)}, indent=2) + "\n", "utf-8")
    return cost


def _made(database: Path) -> Path:
    command = [sys.executable, "-c", LOAD, str(database), str(EVENTS), str(DOCUMENTS)]
    subprocess.run(command, check=True)  # noqa: S603 - our own program
    return database


def _cost(database: Path, folder: Path) -> ReportCost:
    asked = [COMMAND, "sql", COUNTS, "--db", str(database), "--format", "json"]
    told = subprocess.run(asked, check=True, capture_output=True)  # noqa: S603 - our own command
    seconds, usage = _written(database, folder)
    files = [path for path in folder.rglob("*") if path.is_file()]
    first = {path: path.stat().st_ino for path in files if path.suffix == ".html"}
    seconds_again, _ = _written(database, folder)
    return ReportCost(
        **json.loads(told.stdout),
        seconds=round(seconds, 1),
        processor_seconds=round(usage.ru_utime + usage.ru_stime, 1),
        megabytes=round(usage.ru_maxrss / 1024),
        pages=sum(path.suffix == ".html" for path in files),
        size=round(sum(path.stat().st_size for path in files) / 1e6, 1),
        seconds_again=round(seconds_again, 1),
        pages_again=sum(path.stat().st_ino != node for path, node in first.items()),
        waiting=(round(os.getloadavg()[1], 1), os.cpu_count() or 1),
        openings=tuple(_open_pages(folder)),
    )


def _written(database: Path, folder: Path) -> tuple[float, resource.struct_rusage]:
    """Write a report: how long it took, and what its processes used."""
    begin = time.perf_counter()
    written = [COMMAND, "report", "--output", str(folder), "--db", str(database)]
    process = subprocess.Popen(written, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(written)} ended with {process.returncode}")
    return time.perf_counter() - begin, usage


def _open_pages(folder: Path) -> list[Opening]:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise GoldError("there is no browser: install chromium")
    pages = [folder / "index.html", folder / "events.html"]
    for kind in ("events", "speakers", "documents"):
        pages.append(max(folder.glob(f"{kind}/*.html"), key=lambda page: page.stat().st_size))
    library: Any = import_module("playwright.sync_api")
    with library.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=FLAGS)
        openings = [_opening(started, folder, page) for page in pages]
        started.close()
    return openings


def _opening(browser: Any, folder: Path, file: Path) -> Opening:
    times = []
    for _ in range(OPENINGS):
        page = browser.new_page()
        page.goto(file.as_uri())
        times.append(page.evaluate(LOADED))
        page.close()
    name = str(file.relative_to(folder))
    return Opening(name, round(file.stat().st_size / 1e3, 1), round(median(times), 1))
