"""The page as it was read lies beside the text that was taken from it, and can do no harm."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage

from desk import stored_copies, write_report
from schemas import Batch, Page
from tests.desk.conftest import Desk
from tests.warehouse.examples import START, claim, document, extraction, page, run
from warehouse import load_batch

MARKUP = (
    "<html><head><style>p { color: red }</style><script>alert(1)</script></head>"
    '<body onload="alert(2)"><h1>Fire</h1><p>12 miners died at Karvat, a foreman said.</p>'
    "<img src=https://elsewhere.example/a.png></body></html>"
)


def web_page(address: str, media_type: str = "text/html", days: int = 0) -> Page:
    read = page(address, MARKUP)
    return read.model_copy(
        update={"media_type": media_type, "fetched": START + timedelta(days=days)}
    )


def load(path: Path, *pages: Page) -> None:
    """A text with a claim for each page."""
    texts = [
        document(
            f"12 miners died at Karvat, a foreman said; text {number}.",
            title=f"Fire {number}",
            url=each.address,
            page_id=each.page_id,
        )
        for number, each in enumerate(pages)
    ]
    told = [extraction(text, [claim(text, "12", 12)]) for text in texts]
    load_batch(path, run(), Batch(pages=pages, documents=texts, extractions=told))


def test_each_row_opens_the_copy_of_its_page(tmp_path: Path) -> None:
    stored = web_page("https://gazette.example/fire")
    load(tmp_path / "a.duckdb", stored)
    folder = write_report(tmp_path / "a.duckdb", tmp_path / "report").parent
    copy = (folder / "pages" / f"{stored.page_id}.html").read_text("utf-8")
    assert "12 miners died at Karvat" in copy
    assert "sandbox srcdoc=" in copy
    assert "alert(1)" not in copy
    link = f"../pages/{stored.page_id}.html"
    for kind in ("events", "documents"):
        (told,) = (folder / kind).glob("*.html")
        assert link in told.read_text("utf-8"), kind


def test_a_row_of_a_table_needs_no_copy(tmp_path: Path) -> None:
    load(tmp_path / "a.duckdb", web_page("stream.jsonl#1", "application/json"))
    folder = write_report(tmp_path / "a.duckdb", tmp_path / "report").parent
    assert not list((folder / "pages").iterdir())
    (told,) = (folder / "documents").glob("*.html")
    assert "as read" in told.read_text("utf-8")


@pytest.mark.parametrize("told", ["12 miners died at Karvat.", "12 miners died at Kárvat – today."])
def test_a_page_that_is_its_text_needs_no_copy(tmp_path: Path, told: str) -> None:
    stored = page("fire.txt", told)
    text = document(told, page_id=stored.page_id, page_start=0)
    taken = extraction(text, [claim(text, "12", 12)])
    batch = Batch(pages=[stored], documents=[text], extractions=[taken])
    load_batch(tmp_path / "a.duckdb", run(), batch)
    folder = write_report(tmp_path / "a.duckdb", tmp_path / "report").parent
    assert not list((folder / "pages").iterdir())


def test_of_too_many_pages_those_read_last_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = web_page("https://a.example/old"), web_page("https://a.example/new", days=1)
    load(tmp_path / "a.duckdb", old, new)
    monkeypatch.setattr(stored_copies, "MOST_BYTES", len(MARKUP) + 1)
    folder = write_report(tmp_path / "a.duckdb", tmp_path / "report").parent
    assert [each.stem for each in (folder / "pages").iterdir()] == [new.page_id]


KEPT_OUT = ("Blocked script execution in 'about:srcdoc'", "Loading the image")
"""What the browser says of a stored page's script and image, which it keeps from running and
loading."""


def is_blocked(said: ConsoleMessage) -> bool:
    """Whether the browser says that the policy of the page blocked the stored page's picture."""
    return "https://elsewhere.example/a.png" in said.text and "Security Policy" in said.text


@pytest.mark.slow
def test_a_copy_shows_the_page_and_runs_nothing_of_it(
    running: Callable[..., Desk], window: Callable[..., Any], tmp_path: Path
) -> None:
    stored = web_page("https://gazette.example/fire")
    load(tmp_path / "a.duckdb", stored)
    folder = write_report(tmp_path / "a.duckdb", tmp_path / "report").parent
    shown = window(kept_out=KEPT_OUT, is_hostile=True).page
    with shown.expect_console_message(is_blocked):
        shown.goto((folder / "pages" / f"{stored.page_id}.html").as_uri())
    inside = shown.frame_locator("iframe.copy")
    assert inside.locator("p").inner_text() == "12 miners died at Karvat, a foreman said."
    desk = running(tmp_path / "a.duckdb")
    page_of_desk = desk.sign_in(window(desk.address, kept_out=KEPT_OUT, is_hostile=True).page)
    page_of_desk.keyboard.press("Enter")
    with page_of_desk.expect_console_message(is_blocked):
        page_of_desk.get_by_role("link", name="stored copy").click()
    assert "12 miners" in page_of_desk.frame_locator("iframe.copy").locator("p").inner_text()
