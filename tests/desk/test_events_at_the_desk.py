"""Events at the desk: named, dated, put together or told apart, and what was decided in words."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.desk.accessibility import violations
from tests.desk.conftest import Desk, wait_for_page
from tests.desk.test_review_queue import claims
from warehouse.read_models.event_rows import EventRow, NearPair

pytestmark = pytest.mark.slow


def event(desk: Desk, event_id: str) -> EventRow:
    with desk.store.reading() as reader:
        return next(reader.rows(EventRow, "event_id = ?", "1", event_id))


def pairs(desk: Desk) -> list[NearPair]:
    with desk.store.reading() as reader:
        return list(reader.rows(NearPair))


def test_an_event_is_named_and_dated_and_both_are_undone_in_one_step(
    desk: Desk, window: Callable[..., Any]
) -> None:
    name = claims(desk)["12 The harbour office"].event_id
    before = event(desk, name)
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/events/{name}")
    page.get_by_label("Name", exact=True).fill("The <harbour> fire")
    page.get_by_label("First day").fill("2031-05-01")
    page.get_by_role("button", name="Keep name and days").click()
    wait_for_page(page, "Kept, for texts to come, too.")
    after = event(desk, name)
    assert (after.label, after.date_from) == ("The <harbour> fire", date(2031, 5, 1))
    assert page.locator("h1").inner_text() == "The <harbour> fire"
    told = page.locator(".history li").all_inner_texts()
    assert any(
        line.startswith(f"name: {before.label} → The <harbour> fire by Ana Petrel") for line in told
    )
    assert any(line.startswith("days: 2 May 2031 → 1–2 May 2031") for line in told)
    assert violations(page) == []
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Undone:").wait_for()
    assert event(desk, name) == before
    assert page.locator(".history .undone").count() == 2


def test_days_in_the_wrong_order_are_refused(desk: Desk, window: Callable[..., Any]) -> None:
    name = claims(desk)["12 The harbour office"].event_id
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/events/{name}")
    page.get_by_label("Last day").fill("2031-05-01")
    page.get_by_role("button", name="Keep name and days").click()
    page.get_by_text("the last day comes before the first").wait_for()
    assert event(desk, name).date_to == date(2031, 5, 2)


def test_near_events_are_put_together_or_told_apart_by_keys(
    desk: Desk, window: Callable[..., Any]
) -> None:
    found = claims(desk)
    name = found["12 The harbour office"].event_id
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/events/{name}")
    page.locator(f"input[value='{found['14 Doctors'].claim_id}']").check()
    page.keyboard.press("p")
    wait_for_page(page, "Split.")
    (pair,) = pairs(desk)
    page.get_by_role("link", name="Same event?").click()
    wait_for_page(page, "1 pair of events")
    assert violations(page) == []
    page.keyboard.press("d")
    wait_for_page(page, "Two events; nobody is asked again.")
    assert pairs(desk) == []
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Undone:").wait_for()
    page.goto(f"{desk.address}/near-pairs")
    page.keyboard.press("s")
    wait_for_page(page, "One event now.")
    assert claims(desk)["14 Doctors"].event_id == pair.event_id
