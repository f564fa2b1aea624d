"""Speakers at the desk: found by name, united, and put back."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.desk.conftest import Desk, wait_for_page
from tests.desk.test_review_queue import claims, decisions

pytestmark = pytest.mark.slow


def test_two_speakers_are_united_and_put_back(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.sign_in(window(desk.address).page)
    page.get_by_role("link", name="Registry").click()
    page.get_by_label("Name").fill("odo fénn")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Mayor Odo Fenn").click()
    page.get_by_label("Their name").fill("harbour")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("button", name="They are one").click()
    wait_for_page(page, "Choose the other speaker.")
    page.go_back()
    page.get_by_label("The harbour office").check()
    page.get_by_role("button", name="They are one").click()
    wait_for_page(page, "They are one now")
    assert "also as Mayor Odo Fenn" in page.locator("main > .meta").inner_text()
    holders = {claim.speaker: claim.holder_id for claim in claims(desk).values()}
    assert holders["Mayor Odo Fenn"] == holders["The harbour office"]
    page.keyboard.press("u")
    wait_for_page(page, "Undone: united: ")
    holders = {claim.speaker: claim.holder_id for claim in claims(desk).values()}
    assert holders["Mayor Odo Fenn"] != holders["The harbour office"]
    assert [decision.kind for decision in decisions(desk)] == ["unite", "undo"]
