"""The queue and the decisions that need no correction, clicked through in a browser."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.desk.accessibility import WIDTHS, violations_in_all_colours
from tests.desk.conftest import Desk, wait_for_saves
from warehouse import Grade, VerdictKind
from warehouse.read_models.claim_rows import Decision, MarkedClaim

pytestmark = pytest.mark.slow

OPEN_ALL = """document.querySelectorAll("details").forEach(each => { each.open = true })"""


def claims(desk: Desk) -> dict[str, MarkedClaim]:
    """Each claim by its figure and speaker."""
    with desk.store.reading() as reader:
        return {f"{c.figure} {c.speaker}": c for c in reader.claims("true", "claim_id")}


def decisions(desk: Desk) -> list[Decision]:
    with desk.store.reading() as reader:
        return list(reader.rows(Decision, order="decided"))


def test_what_conflicts_comes_first_and_the_views_select(
    desk: Desk, window: Callable[..., Any]
) -> None:
    page = desk.sign_in(window(desk.address).page)
    items = page.locator("ol.queue > li")
    badges = [item.locator(".badge").all_inner_texts() for item in items.all()]
    assert items.count() == 7
    assert sum("Conflict" in found for found in badges) == 5
    assert "Conflict" not in badges[-1]
    assert "killed, dockers: denied by Mayor Odo Fenn" in "".join(
        page.locator("ol.queue .words").all_inner_texts()
    )
    page.get_by_role("link", name="In doubt").click()
    assert page.locator("ol.queue .figure").all_inner_texts() == ["31"]
    page.get_by_role("link", name="In conflict").click()
    assert items.count() == 5


def test_the_queue_is_narrowed_by_words_and_harm(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.sign_in(window(desk.address).page)
    figures = page.locator("ol.queue .figure")
    page.get_by_label("Words, speaker or event").fill("márrow velmar")
    page.get_by_role("button", name="Narrow down").click()
    expect(figures).to_have_text(["at least 20"])
    page.get_by_label("Harm").select_option("wounded")
    page.get_by_role("button", name="Narrow down").click()
    expect(page.locator(".empty")).to_have_text("Nothing here.")
    page.get_by_label("Words, speaker or event").fill("")
    page.get_by_role("button", name="Narrow down").click()
    expect(figures).to_have_text(["31"])
    page.get_by_text("Begin with the first").click()
    page.get_by_text("Claim 1 of 1").wait_for()


def test_accepting_goes_to_the_next_and_rejecting_takes_a_reason(
    desk: Desk, window: Callable[..., Any]
) -> None:
    page = desk.sign_in(window(desk.address).page)
    page.get_by_text("Begin with the first").click()
    first = page.url
    page.get_by_role("button", name="Accept a", exact=True).click()
    page.get_by_text("Accepted.").wait_for()
    assert page.url != first
    page.get_by_role("button", name="Reject").first.click()
    page.fill("#reject-note", "It is a rumour.")
    page.get_by_role("button", name="Feared or hypothetical").click()
    page.get_by_text("Rejected: feared or hypothetical.").wait_for()
    wait_for_saves(page)
    accepted, rejected = decisions(desk)
    assert (accepted.kind, accepted.reviewer) == ("accept", "Ana Petrel")
    assert (rejected.reason, rejected.note) == ("feared or hypothetical", "It is a rumour.")
    standing = {c.claim_id: c.standing for c in claims(desk).values()}
    assert standing[accepted.claim_id] == "reviewed"
    assert standing[rejected.claim_id] == "rejected"


def test_a_note_decides_nothing(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.sign_in(window(desk.address).page)
    page.get_by_text("Begin with the first").click()
    page.locator("#note summary").click()
    page.fill("#note-words", "Ask the harbour office.")
    page.get_by_role("button", name="Keep the note").click()
    assert page.locator(".history").inner_text().startswith("noted by Ana Petrel")
    assert {claim.standing for claim in claims(desk).values()} == {"machine"}


@pytest.mark.slow
def test_events_are_merged_split_and_put_back(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.sign_in(window(desk.address).page)
    before = {name: claim.event_id for name, claim in claims(desk).items()}
    page.goto(f"{desk.address}/events/{before['3 the sheriff']}")
    page.get_by_label("This is the same event as").fill("velm dockers")
    expect(page.locator("#candidates .candidate")).to_have_count(0)
    page.get_by_label("This is the same event as").fill("velm")
    page.get_by_label("Velmar, 2 May 2031").check()
    page.get_by_role("button", name="Merge").click()
    page.get_by_text("Merged.").wait_for()
    assert len({claim.event_id for claim in claims(desk).values()}) == 1
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Undone: merged").wait_for()
    assert {name: claim.event_id for name, claim in claims(desk).items()} == before
    page.goto(f"{desk.address}/events/{before['12 The harbour office']}")
    page.locator("li", has_text="Doctors").get_by_role("checkbox").check()
    page.get_by_role("button", name="Split the chosen claims off").click()
    page.get_by_text("Split.").wait_for()
    after = claims(desk)
    assert after["14 Doctors"].event_id not in before.values()
    page.goto(f"{desk.address}/claims/{after['14 Doctors'].claim_id}")
    page.locator("#event summary").click()
    nearest = page.locator("#candidates .candidate").first
    assert "same place · same days" in nearest.inner_text()
    nearest.get_by_role("radio").check()
    page.get_by_role("button", name="Move it there").click()
    page.get_by_text("Moved to the other event.").wait_for()
    assert claims(desk)["14 Doctors"].event_id == before["12 The harbour office"]


def pages_of(desk: Desk) -> Iterator[str]:
    """Every kind of page, some of them with something decided."""
    claim = claims(desk)["12 The harbour office"]
    desk.store.decide(VerdictKind.ACCEPT, "Bo Lind", claim_id=claims(desk)["14 Doctors"].claim_id)
    desk.store.decide(VerdictKind.GRADE, "Bo Lind", event_id=claim.event_id, grade=Grade.WEAK)
    yield from (
        "/",
        "/signin",
        "/reviewers",
        "/texts",
        f"/texts/{claim.document_id}",
        "/near-pairs",
        "/speakers",
        f"/speakers/{claim.holder_id}",
        "/groups",
        "/added-places",
        f"/claims/{claim.claim_id}",
        f"/events/{claim.event_id}",
        f"/add/{claim.document_id}",
        "/blind",
        "/adjudication",
        "/claims/nowhere",
    )


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_accessible_in_all_colours(
    width: int, desk: Desk, window: Callable[..., Any]
) -> None:
    page = desk.sign_in(window(desk.address, width=width).page)
    found = {}
    for path in pages_of(desk):
        page.goto(desk.address + path)
        page.evaluate(OPEN_ALL)
        if broken := list(violations_in_all_colours(page)):
            found[path] = broken
    assert found == {}


@pytest.mark.slow
def test_every_page_fits_a_phone(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.sign_in(window(desk.address, width=360, height=740).page)
    for path in pages_of(desk):
        page.goto(desk.address + path)
        page.evaluate(OPEN_ALL)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
