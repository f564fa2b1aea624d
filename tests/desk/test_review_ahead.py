"""The next claim is there before it is asked for, and decisions are saved behind it."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.desk.conftest import Desk, wait_for_page, wait_for_saves
from tests.desk.test_review_queue import claims, decisions

pytestmark = pytest.mark.slow


def test_a_decision_shows_the_next_claim_without_loading_a_page(
    desk: Desk, window: Callable[..., Any]
) -> None:
    page = desk.begin(window(desk.address).page)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.isSamePage = true")
    for number in range(2, 5):
        page.keyboard.press("a")
        wait_for_page(page, f"Claim {number} of 7")
    wait_for_saves(page)
    assert page.evaluate("window.isSamePage")
    order = [decision.claim_id for decision in decisions(desk)]
    texts = [claim.document_id for name in order for claim in claims(desk).values()
             if claim.claim_id == name]  # fmt: skip
    assert len(order) == 3
    assert sorted(texts, key=texts.index) == texts
    page.go_back()
    page.wait_for_load_state()
    assert "reviewed" in page.locator(".kicker .badge").get_attribute("class")


def test_the_last_correction_is_repeated_by_a_key(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.sign_in(window(desk.address).page)
    named = claims(desk)
    page.goto(f"{desk.address}/claims/{named['14 Doctors'].claim_id}")
    assert not page.locator("#to-repeat").is_visible()
    page.keyboard.press("e")
    page.fill("#event_where", "Tarn")
    page.locator("#value").press("Control+Enter")
    wait_for_page(page, "Corrected.")
    expect(page.locator("#to-repeat")).to_have_text("place Tarn")
    shown = page.url.rpartition("/")[2]
    page.keyboard.press("r")
    expect(page).not_to_have_url(f"{desk.address}/claims/{shown}")
    wait_for_saves(page)
    assert [decision.kind for decision in decisions(desk)] == ["correct", "correct"]
    where = {claim.claim_id: claim.event_where for claim in claims(desk).values()}
    assert where[shown] == where[named["14 Doctors"].claim_id] == "Tarn"


def test_words_are_taken_by_clicking_a_part_and_then_its_words(
    desk: Desk, window: Callable[..., Any]
) -> None:
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/claims/{claims(desk)['12 The harbour office'].claim_id}")
    page.get_by_role("button", name="The harbour office").click()
    page.get_by_text("Ilse", exact=False).last.scroll_into_view_if_needed()
    for word in ("Ilse", "Marrow"):
        x, y = page.evaluate(PLACE, word)
        page.mouse.click(x, y)
    expect(page.locator("#source-words")).to_have_text("Ilse Marrow")
    expect(page.locator("#speaker")).to_have_value("Ilse Marrow")
    page.locator("#value").press("Control+Enter")
    wait_for_page(page, "Corrected.")
    assert claims(desk)["12 Ilse Marrow"].source_text == "Ilse Marrow"


PLACE = """word => {
    const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(word);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + word.length);
        const box = range.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
    }
}"""
