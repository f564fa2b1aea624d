"""On the page of a claim, a part is put right by its key or a press, and words of the text."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.desk.accessibility import violations
from tests.desk.conftest import Desk, told_now, wait_for_page
from tests.desk.test_review_ahead import PLACE
from tests.desk.test_review_queue import decisions

pytestmark = pytest.mark.slow


@pytest.fixture
def opened(desk: Desk, window: Callable[..., Any], dated_text: tuple[str, str]) -> Any:
    """The page of a claim whose harm and day were misread."""
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/claims/{dated_text[1]}")
    return page


def test_harm_and_days_are_put_right_by_keys(
    desk: Desk, opened: Any, dated_text: tuple[str, str]
) -> None:
    opened.keyboard.press("h")
    expect(opened.locator("#harm")).to_be_focused()
    opened.keyboard.press("w")
    opened.keyboard.press("Escape")
    opened.keyboard.press("y")
    opened.mouse.click(*opened.evaluate(PLACE, "Thursday"))
    expect(opened.locator("#event_date_to")).to_have_value("2031-05-01")
    opened.keyboard.press("Control+Enter")
    wait_for_page(opened, "Corrected.")
    (decision,) = decisions(desk)
    days = {"event.when", "event.date_from", "event.date_to"}
    assert set(decision.fields) == {"harm"} | days
    now = told_now(desk, dated_text[1])
    assert (now.harm, now.event_when) == ("wounded", "Thursday")


def test_days_are_filled_in_and_words_that_tell_none_are_refused(
    desk: Desk, opened: Any, dated_text: tuple[str, str]
) -> None:
    opened.locator(".says").get_by_role("button", name="2 May").click()
    expect(opened.locator("#event_date_from")).to_be_focused()
    opened.mouse.click(*opened.evaluate(PLACE, "bakers"))
    expect(opened.get_by_role("alert")).to_contain_text("“bakers” tells no day")
    assert violations(opened) == []
    opened.fill("#event_date_from", "2031-04-30")
    opened.keyboard.press("Control+Enter")
    wait_for_page(opened, "Corrected.")
    assert told_now(desk, dated_text[1]).event_date_from == date(2031, 4, 30)


def test_the_place_is_put_right_by_a_key_and_a_click(
    desk: Desk, opened: Any, dated_text: tuple[str, str]
) -> None:
    opened.keyboard.press("p")
    opened.mouse.click(*opened.evaluate(PLACE, "Blast"))
    opened.keyboard.press("Control+Enter")
    wait_for_page(opened, "Corrected.")
    assert told_now(desk, dated_text[1]).event_where == "Blast"
