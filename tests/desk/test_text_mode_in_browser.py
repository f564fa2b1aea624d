"""A text with its claims in the margin: decided on by keys, saved while one reads on."""

from collections.abc import Callable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.desk.conftest import Desk
from tests.desk.test_review_queue import claims, decisions


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
        "The harbour office · says · 12 · killed · dockers"
    )
    items.first.locator("a").focus()
    page.keyboard.press("a")
    expect(items.nth(1).locator("a")).to_be_focused()
    page.keyboard.press("Shift+A")
    expect(page.locator("#saving")).to_have_text("All saved.")
    assert page.locator("#margin .standing").all_inner_texts() == ["checked"] * 4
    assert [decision.kind for decision in decisions(desk)] == ["accept"] * 4
    for violation in Axe().run(page, options={"preload": False}).response["violations"]:
        raise AssertionError(violation["id"], violation["nodes"][0]["html"])
