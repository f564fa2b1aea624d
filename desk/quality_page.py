"""The data-quality page: expectations, runs, and what was rejected."""

import shutil
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from markupsafe import Markup

from desk.grouping import Groups
from desk.links import document_page, event_page
from desk.site import Site
from desk.templating import show
from desk.trend import trend_chart
from desk.wording import counted, day, shortened
from warehouse.read_models.reader import Reader
from warehouse.read_models.run_rows import CheckLine, FailingRow, Rejected, RunLine, Trend

MOST_RUNS, MOST_REJECTIONS, MOST_ROWS = 30, 200, 50
DATA_DOCS = "data-docs"


def last_checks(reader: Reader) -> list[CheckLine]:
    """The outcomes of the run that was checked last, failures first."""
    newest = next(reader.rows(CheckLine, "true", "checked_at desc"), None)
    if newest is None:
        return []
    order = "passed, severity, failed desc, expectation"
    return list(reader.rows(CheckLine, "run_id = ?", order, newest.run_id))


def write_quality(reader: Reader, site: Site, data_docs: Path | None) -> None:
    """Write the data-quality page, with Great Expectations' own pages beside it."""
    checks = last_checks(reader)
    failing = Groups(
        reader.rows(FailingRow, "true", "expectation, id"), lambda row: row.expectation
    )
    names = sorted(check.expectation for check in checks if not check.passed)
    rows = {name: failing_links(failing.of(name, MOST_ROWS)[0]) for name in names}
    runs = list(islice(reader.rows(Trend, "true", "checked_at desc"), MOST_RUNS))[::-1]
    trend = trend_chart(runs)
    rejections = reader.rows(Rejected, "true", "rejected_at desc, rejection_id")
    shown = list(islice(rejections, MOST_REJECTIONS))
    site.write(
        "quality.html",
        "quality.html",
        checks=checks,
        failed=[check for check in checks if not check.passed],
        failing=rows,
        docs=copied(data_docs, site.folder),
        trend=Markup(trend) if trend else None,  # noqa: S704 -- the renderer escapes
        trend_words=described(runs),
        runs=list(islice(reader.rows(RunLine, "true", "started desc"), MOST_RUNS)),
        rejections=shown,
        rejections_left=reader.count("rejections") - len(shown),
    )


def copied(data_docs: Path | None, folder: Path) -> str | None:
    """Copy Data Docs into the report, so that it stays one folder.

    Returns:
        Where they begin, or nothing where there are none.
    """
    if data_docs is None or not (data_docs / "index.html").is_file():
        return None
    shutil.copytree(data_docs, folder / DATA_DOCS)
    return f"{DATA_DOCS}/index.html"


def described(runs: Iterable[Trend]) -> str:
    """The trend in words."""
    told = (
        f"{day(run.checked_at)}: {run.passed} of {counted(run.expectations, 'check')} passed"
        for run in runs
    )
    return "; ".join(told)


def failing_links(rows: Iterable[FailingRow]) -> list[Markup]:
    """What failed a check, each with a link to where it can be read."""
    return [failing_link(row) for row in rows]


def failing_link(row: FailingRow) -> Markup:
    """A row that failed a check, with a link to where it can be read."""
    words = [row.quantity_text and f"{row.quantity_text} {row.harm}", row.speaker, row.text]
    told = show(shortened(" · ".join(part for part in words if part) or row.id, 160))
    page = page_of(row)
    return Markup('<a href="{}">{}</a>').format(page, told) if page else told


def page_of(row: FailingRow) -> str | None:
    """The page on which a row can be read."""
    if row.document_id:
        return document_page(row.document_id)
    pages = {"events": event_page}
    return pages[row.subject](row.id) if row.subject in pages else None
