"""The report in a real browser: quiet, accessible, and fit for a phone."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from desk import write_report
from evaluation.stream_claims import EXTRACTOR
from evaluation.streams import stream
from schemas import Batch
from tests.desk.accessibility import WIDTHS, violations_in_all_colours
from tests.desk.test_review_queue import OPEN_ALL
from tests.warehouse.examples import run
from warehouse import load_batch

pytestmark = pytest.mark.slow

KINDS = ("events", "speakers", "outlets", "documents")
FRONTS = ("index", "events", "speakers", "outlets", "documents", "conflicts", "check", "quality")


@pytest.fixture(scope="module")
def large_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a report on many invented events, whose lists have several pages."""
    folder = tmp_path_factory.mktemp("large")
    told = list(stream(150, 600))
    batch = Batch(
        documents=[each.document for each in told],
        extractions=[each.extraction for each in told],
    )
    read = run("stream").model_copy(update={"extractor": EXTRACTOR})
    load_batch(folder / "large.duckdb", read, batch)
    return write_report(folder / "large.duckdb", folder / "report").parent


def kinds(folder: Path) -> Iterator[Path]:
    """One page of each kind: of the detailed ones the largest."""
    yield from (folder / f"{name}.html" for name in FRONTS)
    for kind in KINDS:
        yield max(folder.glob(f"{kind}/*.html"), key=lambda page: page.stat().st_size)


def sampled(folder: Path) -> Iterator[Path]:
    """Of a report with many pages those that no small one has, and some of middle size."""
    yield from (folder / f"{name}.html" for name in ("index", "documents-2"))
    for kind in KINDS:
        pages = sorted(folder.glob(f"{kind}/*.html"), key=lambda page: page.stat().st_size)
        yield pages[len(pages) // 2]


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
def test_every_kind_of_page_is_accessible_in_all_colours(
    width: int, report: Path, window: Callable[..., Any]
) -> None:
    assert broken_rules(kinds(report), window(width=width).page) == {}


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
def test_pages_of_a_large_report_are_accessible_in_all_colours(
    width: int, large_report: Path, window: Callable[..., Any]
) -> None:
    assert broken_rules(sampled(large_report), window(width=width).page) == {}


def broken_rules(files: Iterable[Path], page: Page) -> dict[str, list[tuple[str, str, str]]]:
    """The rules that pages break, by file, with all that can be unfolded open."""
    found = {}
    for file in files:
        page.goto(file.as_uri())
        page.evaluate(OPEN_ALL)
        if broken := list(violations_in_all_colours(page)):
            found[f"{file.parent.name}/{file.name}"] = broken
    return found


def test_no_page_is_wider_than_a_phone(report: Path, window: Callable[..., Any]) -> None:
    page = window(width=360, height=740).page
    for file in kinds(report):
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, file


def test_a_row_opens_the_sentence_that_says_it(report: Path, window: Callable[..., Any]) -> None:
    page = window().page
    page.goto((report / "index.html").as_uri())
    page.get_by_role("link", name="Velmar, 2 May 2031").first.click()
    assert page.locator(".summary").inner_text() == (
        "Of dockers killed, owner of the port said 0, Doctors said 14. They cannot both be right."
    )
    killed = page.locator("section", has=page.get_by_role("heading", name="Killed, dockers"))
    owner = killed.locator("tbody tr", has_text="The owner of the port")
    owner.get_by_text("In their words").click()
    assert owner.locator("blockquote").inner_text().endswith("died in the fire at Velmar.")
    assert "Mayor Odo Fenn" in killed.locator("tr", has_text="denied").inner_text()
    assert [row.split("\n")[0] for row in killed.locator(".timeline > li").all_inner_texts()] == [
        "3 May 2031",
        "5 May 2031",
    ]
    csv = page.get_by_role("link", name="Figures as CSV").get_attribute("href")
    lines = (report / "events" / csv).read_text().splitlines()
    assert len(lines) == 1 + 5 + 1
    assert any("denies" in line for line in lines)


def test_what_no_page_dates_is_undated_and_never_of_the_day_of_reading(
    report: Path, window: Callable[..., Any]
) -> None:
    page = window().page
    page.goto((report / "documents.html").as_uri())
    assert "undated" in page.locator("tr", has_text="A year of fires").inner_text()
    page.goto((report / "events.html").as_uri())
    page.get_by_role("link", name="Orsk, 9 May 2031").click()
    figure = page.locator(".comparison .lone").inner_text()
    assert "undated" in figure
    read = datetime.now(UTC)
    assert f"{read:%b %Y}" not in page.locator("main").inner_text()


def test_marks_differ_in_more_than_colour(report: Path, window: Callable[..., Any]) -> None:
    page = window().page
    page.goto(max(report.glob("documents/*.html"), key=lambda file: file.stat().st_size).as_uri())
    shapes = {
        mark: page.locator(f".text {mark}").first.evaluate(
            "e => { const s = getComputedStyle(e); return [s.fontWeight, s.fontStyle,"
            " s.borderBottomStyle, s.boxShadow !== 'none'].join(' ') }"
        )
        for mark in ("mark:not([class])", "mark.source")
    }
    assert len(set(shapes.values())) == len(shapes)
    before = "marks => marks.map(mark => getComputedStyle(mark, '::before').content)"
    told = page.locator(".text mark:not([class])").evaluate_all(before)
    assert told.count('"[figure: "') >= 3
