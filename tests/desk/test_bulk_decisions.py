"""Several claims at once: accepted, rejected and assigned in one step, and undone in one."""

from collections.abc import Callable
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from desk.review.queue_filter import URGENCY
from tests.desk.accessibility import violations
from tests.desk.conftest import Desk, wait_for_page, wait_for_saves
from tests.desk.test_review_queue import claims, decisions
from tests.desk.world import many
from tests.warehouse.examples import run
from warehouse import load_batch
from warehouse.read_models.claim_rows import Waiting

pytestmark = pytest.mark.slow


def standings(desk: Desk) -> list[str]:
    return sorted(claim.standing for claim in claims(desk).values())


def test_all_claims_of_a_search_are_rejected_and_put_back_in_one_step(
    desk: Desk, window: Callable[..., Any]
) -> None:
    page = desk.sign_in(window(desk.address).page)
    page.get_by_label("Words, speaker or event").fill("docker")
    page.get_by_role("button", name="Narrow down").click()
    page.get_by_label("All 6 claims of this list").check()
    page.get_by_role("button", name="Reject them").click()
    wait_for_page(page, "Choose a reason.")
    page.go_back()
    page.get_by_label("All 6 claims of this list").check()
    page.get_by_label("Reason").select_option("told twice")
    page.get_by_role("button", name="Reject them").click()
    wait_for_page(page, "Rejected 6 claims.")
    assert standings(desk) == ["machine", *["rejected"] * 6]
    assert "q=docker" in page.url
    page.keyboard.press("u")
    wait_for_page(page, "Undone: rejected (6 claims).")
    assert standings(desk) == ["machine"] * 7


def test_what_somebody_else_decided_meanwhile_is_left_alone(
    desk: Desk, window: Callable[..., Any]
) -> None:
    first, second = (window(desk.address).page for _ in range(2))
    desk.sign_in(first)
    desk.sign_in(second, "Bo Lind")
    for name in ("12", "31"):
        first.get_by_role("checkbox", name=f"Choose {name} ").check()
    second.get_by_role("link", name="31 wounded").click()
    second.get_by_role("button", name="Accept a", exact=True).click()
    wait_for_saves(second)
    first.get_by_role("button", name="Accept the chosen").click()
    wait_for_page(first, "Accepted 1 claim; 1 other had been decided on.")
    assert {(each.kind, each.reviewer) for each in decisions(desk)} == {
        ("accept", "Ana Petrel"),
        ("accept", "Bo Lind"),
    }
    first.get_by_label("All 5 claims of this list").evaluate("box => { box.value = 4 }")
    first.get_by_label("All 5 claims of this list").check()
    first.get_by_role("button", name="Accept the chosen").click()
    wait_for_page(first, "The list has changed: it has 5 claims now.")


def test_the_rest_of_a_text_is_one_step(desk: Desk, window: Callable[..., Any]) -> None:
    document = claims(desk)["12 The harbour office"].document_id
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/texts/{document}")
    page.locator("#margin [data-claim]").first.get_by_role("button", name="Accept").click()
    page.get_by_label("Reason").select_option("garbled text")
    page.get_by_role("button", name="Reject the rest").click()
    wait_for_saves(page)
    told = page.locator("#margin .standing").all_inner_texts()
    assert told == ["checked", "rejected", "rejected", "rejected"]
    page.keyboard.press("u")
    wait_for_page(page, "Undone: rejected (3 claims).")
    assert standings(desk) == [*["machine"] * 6, "reviewed"]


def test_claims_and_events_are_assigned_and_progress_is_told(
    desk: Desk, window: Callable[..., Any]
) -> None:
    page = desk.sign_in(window(desk.address).page)
    event = claims(desk)["12 The harbour office"].event_id
    page.goto(f"{desk.address}/events/{event}")
    page.get_by_label("Reviewer").fill("Bo Lind")
    page.get_by_role("button", name="Assign").click()
    wait_for_page(page, "To be reviewed by Bo Lind.")
    page.goto(f"{desk.address}/")
    page.get_by_role("checkbox", name="Choose 12 ").check()
    page.get_by_label("Reviewer").fill("Ana Petrel")
    page.get_by_role("button", name="Assign them").click()
    wait_for_page(page, "1 claim to be reviewed by Ana Petrel.")
    page.keyboard.press("u")
    wait_for_page(page, "Undone: to be reviewed by")
    page.get_by_role("checkbox", name="Choose 12 ").check()
    page.get_by_label("Reviewer").fill("Ana Petrel")
    page.get_by_role("button", name="Assign them").click()
    wait_for_page(page, "1 claim to be reviewed by Ana Petrel.")
    page.get_by_label("Whose").select_option("mine")
    page.get_by_role("button", name="Narrow down").click()
    expect(page.locator("ol.queue .figure")).to_have_text(["12"])
    assert violations(page) == []
    page.get_by_role("checkbox", name="Choose 12 ").check()
    page.get_by_role("button", name="Accept the chosen").click()
    wait_for_page(page, "1 of 1 claim assigned to you decided")
    page.get_by_label("Whose").select_option("Bo Lind")
    page.get_by_role("button", name="Narrow down").click()
    expect(page.locator("ol.queue .figure")).to_have_count(5)
    page.get_by_role("link", name="Reviewers").click()
    rows = page.locator("tbody tr").all_inner_texts()
    assert any("Bo Lind" in row and "0 of 5" in row for row in rows)
    assert violations(page) == []


def test_texts_with_more_claims_come_first_of_what_is_alike(running: Any, tmp_path: Path) -> None:
    path = tmp_path / "shafts.duckdb"
    load_batch(path, run(), many(4, 2, "0.1.0"))
    load_batch(path, run("b"), many(2, 3, "0.1.0"))
    with running(path).store.reading() as reader:
        waiting = list(reader.rows(Waiting, "standing = 'machine'", URGENCY))
    texts = [list(claims) for _, claims in groupby(waiting, attrgetter("document_id"))]
    assert len(texts) == 6, "no text is left and opened again"

    def urgency(claims: list[Waiting]) -> tuple[bool, bool, bool, int]:
        flags = ("is_conflict", "is_failed", "is_doubtful")
        first, second, third = (any(getattr(each, flag) for each in claims) for flag in flags)
        return first, second, third, len(claims)

    assert texts == sorted(texts, key=urgency, reverse=True)
