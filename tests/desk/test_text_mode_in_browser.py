"""A text with its claims in the margin: decided on by keys, saved while one reads on."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.desk.accessibility import violations
from tests.desk.conftest import Desk, told_now, wait_for_saves
from tests.desk.test_review_ahead import PLACE
from tests.desk.test_review_queue import claims, decisions

pytestmark = pytest.mark.slow
SENTENCE = "a[data-number]"


def open_text(desk: Desk, window: Callable[..., Any], document: str) -> Any:
    """Sign in, and open a text with its claims in the margin."""
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/texts/{document}")
    return page


def test_all_claims_of_a_text_are_accepted_without_leaving_it(
    desk: Desk, window: Callable[..., Any]
) -> None:
    document = claims(desk)["12 The harbour office"].document_id
    page = desk.sign_in(window(desk.address).page)
    page.get_by_role("link", name="Texts").click()
    page.get_by_role("link", name="Fire in the port of Velmar").click()
    page.wait_for_url(f"**/texts/{document}")
    items = page.locator("#margin [data-claim]")
    assert items.first.locator(SENTENCE).inner_text() == (
        "The harbour office · said · 12 · killed · dockers · Velmar · 2 May"
    )
    items.first.locator(SENTENCE).focus()
    page.keyboard.press("a")
    expect(items.nth(1).locator(SENTENCE)).to_be_focused()
    page.keyboard.press("d")
    wait_for_saves(page)
    assert page.locator("#margin .standing").all_inner_texts() == ["checked"] * 4
    assert [decision.kind for decision in decisions(desk)] == ["accept"] * 4
    assert violations(page) == []


@pytest.mark.parametrize("keys", ["x2", "2"])
def test_a_figure_is_rejected_in_its_text(
    desk: Desk, window: Callable[..., Any], keys: str
) -> None:
    document = claims(desk)["12 The harbour office"].document_id
    page = open_text(desk, window, document)
    items = page.locator("#margin [data-claim]")
    items.nth(1).locator(SENTENCE).focus()
    for key in keys:
        page.keyboard.press(key)
    expect(items.nth(1).locator(".standing")).to_have_text("rejected")
    expect(items.nth(2).locator(SENTENCE)).to_be_focused()
    items.nth(0).get_by_role("button", name="Accept").click()
    wait_for_saves(page)
    assert [d.reason or d.kind for d in decisions(desk)] == ["nobody was harmed", "accept"]


def test_tab_goes_from_figure_to_figure_and_keys_mean_the_one_in_focus(
    desk: Desk, window: Callable[..., Any]
) -> None:
    document = claims(desk)["12 The harbour office"].document_id
    page = open_text(desk, window, document)
    links = page.locator(f"#margin {SENTENCE}")
    for number in range(3):
        expect(links.nth(number)).to_be_focused()
        page.keyboard.press("Tab")
    page.locator(".text a").nth(1).dispatch_event("click")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("a")
    expect(page.locator("#margin .standing").nth(1)).to_have_text("checked")
    wait_for_saves(page)
    (decision,) = decisions(desk)
    assert decision.claim_id == claims(desk)["at least 20 Ilse Marrow"].claim_id


def test_a_part_is_put_right_by_clicking_its_words(desk: Desk, window: Callable[..., Any]) -> None:
    document = claims(desk)["12 The harbour office"].document_id
    page = open_text(desk, window, document)
    item = page.locator("#margin [data-claim]").first
    expect(item.locator(SENTENCE)).to_be_focused()
    page.keyboard.press("s")
    for word in ("Ilse", "Marrow"):
        x, y = page.evaluate(PLACE, word)
        page.mouse.click(x, y)
    expect(item.locator("output")).to_have_text("source: Ilse Marrow")
    page.keyboard.press("Enter")
    expect(item.locator(SENTENCE)).to_have_text(
        "Ilse Marrow · said · 12 · killed · dockers · Velmar · 2 May"
    )
    expect(item.locator(".standing")).to_have_text("corrected")
    page.keyboard.press("f")
    x, y = page.evaluate(PLACE, "31")
    page.mouse.click(x, y)
    page.keyboard.press("Enter")
    expect(item.locator(SENTENCE)).to_have_text(
        "Ilse Marrow · said · 31 · killed · dockers · Velmar · 2 May"
    )
    wait_for_saves(page)
    assert [decision.kind for decision in decisions(desk)] == ["correct", "correct"]
    assert violations(page) == []


def test_words_that_are_no_number_are_no_figure(desk: Desk, window: Callable[..., Any]) -> None:
    document = claims(desk)["12 The harbour office"].document_id
    page = open_text(desk, window, document)
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
    page = open_text(desk, window, document)
    item = page.locator("#margin [data-claim]").first
    expect(item.locator(SENTENCE)).to_be_focused()
    page.keyboard.press("a")
    wait_for_saves(page)
    item.locator(SENTENCE).focus()
    page.keyboard.press("f")
    page.mouse.click(*page.evaluate(PLACE, "union"))
    page.keyboard.press("Enter")
    expect(item.locator(".standing")).to_contain_text("not saved")
    expect(item).to_have_attribute("data-standing", "reviewed")


def test_harm_and_days_are_put_right_by_keys(
    desk: Desk, window: Callable[..., Any], dated_text: tuple[str, str]
) -> None:
    text, name = dated_text
    page = open_text(desk, window, text)
    sentence = page.locator(f"#margin {SENTENCE}")
    expect(sentence).to_be_focused()
    expect(sentence).to_have_text("Ib Holm · said · 7 · killed · bakers · Orsk · 2 May")
    page.keyboard.press("h")
    page.keyboard.press("2")
    expect(sentence).to_have_text("Ib Holm · said · 7 · wounded · bakers · Orsk · 2 May")
    page.keyboard.press("y")
    page.mouse.click(*page.evaluate(PLACE, "Thursday"))
    expect(page.locator("#fix output")).to_have_text("days: Thursday")
    page.keyboard.press("Enter")
    expect(sentence).to_have_text("Ib Holm · said · 7 · wounded · bakers · Orsk · 1 May")
    wait_for_saves(page)
    changed = [set(decision.fields) for decision in decisions(desk)]
    assert changed == [{"harm"}, {"event.when", "event.date_from", "event.date_to"}]
    now = told_now(desk, name)
    assert (now.harm, now.event_when, now.event_date_to) == (
        "wounded",
        "Thursday",
        date(2031, 5, 1),
    )


def test_harm_and_days_are_put_right_by_clicks_on_the_sentence(
    desk: Desk, window: Callable[..., Any], dated_text: tuple[str, str]
) -> None:
    text, name = dated_text
    page = open_text(desk, window, text)
    sentence = page.locator(f"#margin {SENTENCE}")
    sentence.get_by_text("killed").click()
    expect(page.get_by_role("button", name="Killed 1")).to_be_disabled()
    page.get_by_role("button", name="Missing 4").click()
    expect(sentence).to_have_text("Ib Holm · said · 7 · missing · bakers · Orsk · 2 May")
    sentence.get_by_text("2 May").click()
    expect(page.get_by_label("first day")).to_have_value("2031-05-02")
    page.get_by_label("first day").fill("2031-04-30")
    page.get_by_role("button", name="Save").click()
    expect(sentence).to_have_text(
        "Ib Holm · said · 7 · missing · bakers · Orsk · 30 Apr 2031 – 2 May 2031"
    )
    assert violations(page) == []
    wait_for_saves(page)
    assert [decision.kind for decision in decisions(desk)] == ["correct", "correct"]
    assert told_now(desk, name).event_date_from == date(2031, 4, 30)
    page.locator("#margin a.open").click()
    page.wait_for_url(f"**/claims/{name}")


def test_words_that_tell_no_day_are_refused(
    desk: Desk, window: Callable[..., Any], dated_text: tuple[str, str]
) -> None:
    text, name = dated_text
    page = open_text(desk, window, text)
    page.keyboard.press("y")
    page.mouse.click(*page.evaluate(PLACE, "bakers"))
    page.keyboard.press("Enter")
    expect(page.locator("#margin .standing")).to_contain_text("not saved")
    page.get_by_role("button", name="1 not saved").click()
    page.get_by_text("“bakers” tells no day").wait_for()
    assert told_now(desk, name).event_date_to == date(2031, 5, 2)
