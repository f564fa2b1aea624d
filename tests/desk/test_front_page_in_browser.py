"""The front page: what is new, who holds what, and a search whose state is in the address."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from desk.maps import Pin, overview_map
from desk.year_histogram import year_histogram
from tests.desk.accessibility import violations
from warehouse.read_models.event_rows import LocatedEvent

pytestmark = pytest.mark.slow


def test_the_front_page_says_what_is_new_and_who_holds_what(
    report: Path, window: Callable[..., Any]
) -> None:
    page = window().page
    page.goto((report / "index.html").as_uri())
    assert page.locator("h1").inner_text() == (
        "1 dispute, 1 added here this week; 0 of 7 figures checked by a person."
    )
    key = page.locator(".key")
    assert key.inner_text() == "Bold and red: the figures that cannot both be true."
    card = page.locator(".card")
    assert card.locator(".title b").inner_text() == "0 or 14 killed?"
    rows = card.locator(".who > li:not(.scale)")
    assert [line.split("\n") for line in rows.all_inner_texts()] == [
        ["0", "owner of the port 1 source"],
        ["12", "harbour office 1 source"],
        ["14", "Doctors 1 source"],
        ["20", "denied by Mayor Odo Fenn"],
        ["at least 20", "Ilse Marrow (role not told) 1 source"],
    ]
    assert rows.locator("svg").count() == 5
    assert card.locator(".scale text").all_text_contents() == ["0", "12", "25"]
    assert card.locator(".meta > span").all_inner_texts() == [
        "Since 3 May 2031",
        "How sure 4 independent sources, read by machine, very likely as written, "
        "not yet checked by a person",
        "Latest 5 May 2031: 0 (owner of the port)",
    ]


def test_search_and_choices_stand_in_the_address(report: Path, window: Callable[..., Any]) -> None:
    page = window().page
    page.goto((report / "index.html").as_uri())
    cards = page.locator(".card .title a")
    page.get_by_label("Search").fill("velmár owner")
    expect(page.locator("#found")).to_have_text("1 found")
    page.get_by_text("Narrow down").click()
    page.get_by_label("Kind of row").select_option("all")
    page.get_by_label("Search").fill("sheriff")
    expect(cards).to_have_text(["Orsk, 9 May 2031"])
    address = page.url
    assert address.endswith("?q=sheriff&class=all")
    page.get_by_label("Harm").select_option("wounded")
    expect(cards).to_have_count(0)
    page.get_by_role("button", name="Clear").click()
    expect(cards).to_have_text(["Velmar, 2 May 2031"])
    page.goto(address)
    expect(cards).to_have_text(["Orsk, 9 May 2031"])
    assert violations(page) == []


def test_without_script_the_disputes_are_there_and_nothing_that_needs_one(
    report: Path, browser: Browser
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((report / "index.html").as_uri())
    assert page.locator(".card").count() == 1
    assert not page.locator("#explore").is_visible()
    countries = page.get_by_role("table", name="Disputes by country")
    assert countries.locator("tr").all_inner_texts() == ["not known\t1"]
    page.get_by_role("link", name="all disputes").click()
    assert page.locator("h1").inner_text() == "Disputes"
    page.close()


def test_without_script_a_year_leads_to_the_disputes_and_nothing_else_is_promised(
    report: Path, browser: Browser
) -> None:
    page = browser.new_page(java_script_enabled=False)
    front = (report / "index.html").read_text("utf-8")
    drawn = f"<figure>{year_histogram({'2029': 2, '2031': 5})}</figure>"
    with_years = report / "with-years.html"
    with_years.write_text(front.replace("<h2>New", f"{drawn}<h2>New"), "utf-8")
    page.goto(with_years.as_uri())
    with_years.unlink()
    for told in page.locator(".scripted").all():
        assert not told.is_visible()
    page.get_by_role("link", name="2031: 5 disputes").click()
    assert page.url.endswith("/conflicts.html")
    page.close()


def test_the_map_and_the_years_narrow_the_rows(report: Path, window: Callable[..., Any]) -> None:
    page = window().page
    page.goto((report / "index.html").as_uri())
    histogram = year_histogram({"2029": 2, "2031": 5, "undated": 1})
    place = "document.querySelector('.note-below').insertAdjacentHTML('afterend', {})"
    page.evaluate(place.format(json.dumps(str(histogram))))
    years = page.locator(".years a")
    assert [year.get_attribute("aria-label") for year in years.all()] == [
        "2029: 2 disputes",
        "2031: 5 disputes",
    ]
    years.last.click()
    expect(years.last).to_have_attribute("aria-current", "true")
    assert page.url.endswith("?year=2031")
    expect(page.locator(".card")).to_have_count(1)
    years.last.click()
    expect(years.last).not_to_have_attribute("aria-current", "true")
    assert "?" not in page.url


def test_countries_with_disputes_are_links() -> None:
    place = LocatedEvent("e", "Andijan", "place", "Uzbekistan", None, 40.8, 72.3, None)
    drawing = overview_map([Pin(place, 2)], {"Uzbekistan": 2})
    assert 'aria-label="Uzbekistan: 2 disputes"' in drawing
    assert drawing.count("data-facet") == 1


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
def test_the_first_screen_answers_what_who_since_when_and_how_sure(
    width: int, height: int, report: Path, window: Callable[..., Any]
) -> None:
    page = window(width=width, height=height).page
    page.goto((report / "index.html").as_uri())
    card = page.locator(".card").first
    for part in (".title b", ".who", ".meta"):
        box = card.locator(part).bounding_box()
        assert box["y"] + box["height"] <= height, part
    assert "Since" in card.inner_text()
    assert "as written" in card.inner_text()
