"""The picture of an event: on its page, as files, and as code for other pages."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def page(report: Path, window: Callable[..., Any]) -> Any:
    """The page of the event with disputes."""
    page = window().page
    page.goto((report / "index.html").as_uri())
    page.get_by_role("link", name="Velmar, 2 May 2031").first.click()
    page.wait_for_load_state()
    return page


def test_the_picture_is_saved_and_embedded_as_it_is(page: Any) -> None:
    with page.expect_download() as svg:
        page.get_by_role("button", name="Save as SVG").click()
    drawing = svg.value.path().read_text("utf-8")
    assert svg.value.suggested_filename.endswith(".svg")
    assert "Velmar, 2 May 2031" in drawing
    assert "owner of the port" in drawing
    assert not re.search(r"(?:href|src|url)\s*[=(]", drawing)
    with page.expect_download() as png:
        page.get_by_role("button", name="Save as PNG").click()
    assert png.value.path().read_bytes().startswith(b"\x89PNG")
    page.get_by_role("button", name="Code for your page").click()
    assert page.locator("#code").input_value() == f"<figure>{drawing}</figure>"
    page.locator("rect").first.wait_for()
    fill = page.locator(".event-picture text").first.evaluate("e => getComputedStyle(e).fontSize")
    assert fill == "19px"


def test_an_event_prints_on_two_pages(page: Any) -> None:
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2
