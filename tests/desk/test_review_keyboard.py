"""Everything by keyboard, with help, and undo."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.desk.conftest import Desk, wait_for_page, wait_for_saves
from tests.desk.test_review_queue import claims, decisions

pytestmark = pytest.mark.slow


@pytest.fixture
def page(desk: Desk, window: Callable[..., Any]) -> Any:
    """The first claim of the queue, opened by keyboard."""
    return desk.begin(window(desk.address).page)


def test_a_claim_is_accepted_another_rejected_and_both_undone(desk: Desk, page: Any) -> None:
    first = page.url
    page.keyboard.press("a")
    wait_for_page(page, "Accepted.")
    second = page.url
    page.keyboard.press("x")
    page.keyboard.press("2")
    wait_for_page(page, "Rejected: nobody was harmed.")
    wait_for_saves(page)
    assert [decision.kind for decision in decisions(desk)] == ["accept", "reject"]
    page.keyboard.press("u")
    wait_for_page(page, "Undone: rejected.")
    assert page.url == second
    page.keyboard.press("u")
    wait_for_page(page, "Undone: accepted.")
    assert page.url == first
    assert {claim.standing for claim in claims(desk).values()} == {"machine"}
    assert [d.kind for d in decisions(desk)] == ["accept", "reject", "undo", "undo"]
    page.keyboard.press("u")
    page.get_by_text("There is nothing of yours to undo.").wait_for()


def test_keys_move_through_the_queue_and_open_drawers(desk: Desk, page: Any) -> None:
    first = page.url
    page.keyboard.press("j")
    wait_for_page(page, "Claim 2 of 7")
    page.keyboard.press("k")
    wait_for_page(page, "Claim 1 of 7")
    assert page.url == first
    page.keyboard.press("n")
    page.keyboard.type("axe and unease")
    assert page.input_value("#note-words") == "axe and unease"
    page.keyboard.press("Escape")
    assert not page.locator("#note-words").is_visible()
    assert decisions(desk) == []


def test_help_lists_every_key_and_can_switch_them_off(page: Any) -> None:
    page.keyboard.press("?")
    listed = set(page.locator("#help dt").all_inner_texts())
    assert listed >= {"a", "e", "x", "f", "s", "c", "v", "m", "n", "u", "j", "+", "g", "o", "?"}
    assert listed == set(
        page.eval_on_selector_all("[data-key]", "all => all.map(e => e.dataset.key)")
    )
    page.get_by_label("Switch single keys off").check()
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    assert not page.locator("#reject-note").is_visible()
    page.keyboard.press("?")
    page.get_by_label("Switch single keys off").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    assert page.locator("#reject-note").is_visible()
