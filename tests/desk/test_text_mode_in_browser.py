"""A text with its claims in the margin: decided on by keys, saved while one reads on."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.desk.conftest import Desk, wait_for_saves
from tests.desk.test_review_ahead import PLACE
from tests.desk.test_review_queue import claims, decisions

pytestmark = pytest.mark.slow


def test_all_claims_of_a_text_are_accepted_without_leaving_it(
    desk: Desk, window: Callable[..., Any]
) -> None:
    document = claims(desk)["12 The harbour office"].document_id
    page = desk.sign_in(window(desk.address).page)
    page.get_by_role("link", name="Texts").click()
    page.get_by_role("link", name="Fire in the port of Velmar").click()
    page.wait_for_url(f"**/texts/{document}")
    items = page.locator("#margin [data-claim]")
    assert items.first.locator("a").inner_text() == (
        "The harbour office · says · 12 · killed · dockers · Velmar · 2 May"
    )
    items.first.locator("a").focus()
    page.keyboard.press("a")
    expect(items.nth(1).locator("a")).to_be_focused()
    page.keyboard.press("d")
    wait_for_saves(page)
    assert page.locator("#margin .standing").all_inner_texts() == ["checked"] * 4
    assert [decision.kind for decision in decisions(desk)] == ["accept"] * 4
    for violation in Axe().run(page, options={"preload": False}).response["violations"]:
        raise AssertionError(violation["id"], violation["nodes"][0]["html"])


@pytest.mark.parametrize("keys", ["x2", "2"])
def test_a_figure_is_rejected_in_its_text(
    desk: Desk, window: Callable[..., Any], keys: str
) -> None:
    document = claims(desk)["12 The harbour office"].document_id
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/texts/{document}")
    items = page.locator("#margin [data-claim]")
    items.nth(1).locator("a").focus()
    for key in keys:
        page.keyboard.press(key)
    expect(items.nth(1).locator(".standing")).to_have_text("rejected")
    expect(items.nth(2).locator("a")).to_be_focused()
    items.nth(0).get_by_role("button", name="Accept").click()
    wait_for_saves(page)
    assert [d.reason or d.kind for d in decisions(desk)] == ["nobody was harmed", "accept"]


def test_tab_goes_from_figure_to_figure_and_keys_mean_the_one_in_focus(
    desk: Desk, window: Callable[..., Any]
) -> None:
    document = claims(desk)["12 The harbour office"].document_id
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/texts/{document}")
    links = page.locator("#margin [data-claim] a")
    for number in range(3):
        expect(links.nth(number)).to_be_focused()
        page.keyboard.press("Tab")
    page.locator(".text a.note").nth(1).dispatch_event("click")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("a")
    expect(page.locator("#margin .standing").nth(1)).to_have_text("checked")
    wait_for_saves(page)
    (decision,) = decisions(desk)
    assert decision.claim_id == claims(desk)["at least 20 Ilse Marrow"].claim_id


def test_a_part_is_put_right_by_clicking_its_words(desk: Desk, window: Callable[..., Any]) -> None:
    document = claims(desk)["12 The harbour office"].document_id
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/texts/{document}")
    item = page.locator("#margin [data-claim]").first
    expect(item.locator("a")).to_be_focused()
    page.keyboard.press("s")
    for word in ("Ilse", "Marrow"):
        x, y = page.evaluate(PLACE, word)
        page.mouse.click(x, y)
    expect(item.locator("output")).to_have_text("source: Ilse Marrow")
    page.keyboard.press("Enter")
    expect(item.locator("a")).to_have_text(
        "Ilse Marrow · says · 12 · killed · dockers · Velmar · 2 May"
    )
    expect(item.locator(".standing")).to_have_text("corrected")
    page.keyboard.press("f")
    x, y = page.evaluate(PLACE, "31")
    page.mouse.click(x, y)
    page.keyboard.press("Enter")
    expect(item.locator("a")).to_have_text(
        "Ilse Marrow · says · 31 · killed · dockers · Velmar · 2 May"
    )
    wait_for_saves(page)
    assert [decision.kind for decision in decisions(desk)] == ["correct", "correct"]
    for violation in Axe().run(page, options={"preload": False}).response["violations"]:
        raise AssertionError(violation["id"], violation["nodes"][0]["html"])


def test_words_that_are_no_number_are_no_figure(desk: Desk, window: Callable[..., Any]) -> None:
    document = claims(desk)["12 The harbour office"].document_id
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/texts/{document}")
    page.get_by_role("button", name="figure f").click()
    x, y = page.evaluate(PLACE, "union")
    page.mouse.click(x, y)
    page.keyboard.press("Enter")
    expect(page.locator("#margin .standing").first).to_contain_text("not saved")
    page.get_by_role("button", name="1 not saved").click()
    page.get_by_text("“union” is no number.").wait_for()
    assert decisions(desk) == []


def test_a_checked_claim_stays_checked_where_its_correction_is_refused(
    desk: Desk, window: Callable[..., Any]
) -> None:
    document = claims(desk)["12 The harbour office"].document_id
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/texts/{document}")
    item = page.locator("#margin [data-claim]").first
    expect(item.locator("a")).to_be_focused()
    page.keyboard.press("a")
    wait_for_saves(page)
    item.locator("a").focus()
    page.keyboard.press("f")
    page.mouse.click(*page.evaluate(PLACE, "union"))
    page.keyboard.press("Enter")
    expect(item.locator(".standing")).to_contain_text("not saved")
    expect(item).to_have_attribute("data-standing", "reviewed")
