"""A sample read blind by a second reviewer, then settled side by side."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.desk.accessibility import violations
from tests.desk.conftest import Desk, wait_for_page
from tests.desk.test_review_queue import claims, decisions
from warehouse import BlindReading, VerdictKind, WarehouseError, record_blind_reading

pytestmark = pytest.mark.slow


@pytest.fixture
def sampled(desk: Desk) -> list[str]:
    """The claims of the sample, after Ana has accepted all claims but one, which is none."""
    names = sorted(claim.claim_id for claim in claims(desk).values())
    sample = [name for name in names if name[-1] in "012"]
    for name in names:
        if name == sample[0]:
            desk.store.decide(VerdictKind.REJECT, "Ana", claim_id=name, reason="not people")
        else:
            desk.store.decide(VerdictKind.ACCEPT, "Ana", claim_id=name)
    return sample


def test_a_sample_is_read_blind_compared_and_settled(
    desk: Desk, sampled: list[str], window: Callable[..., Any]
) -> None:
    page = desk.sign_in(window(desk.address).page, "Ben")
    page.get_by_role("link", name="Reviewers").click()
    page.get_by_role("link", name=f"Read a sample blind ({len(sampled)})").click()
    for left in range(len(sampled), 0, -1):
        wait_for_page(page, f"{left} claim{'s' if left > 1 else ''} to go")
        shown = page.locator("main").inner_text()
        assert "Ana" not in shown
        assert "rejected" not in shown
        page.keyboard.press("a")
    wait_for_page(page, "Nothing waits for a blind reading of yours.")
    lede = page.locator(".lede").inner_text()
    same = (len(sampled) - 1) / len(sampled)
    assert f"read {len(sampled)} claim" in lede
    assert f"{same:.0%} of the pairs are the same" in lede
    assert claims(desk) and len(decisions(desk)) == 7
    assert violations(page) == []
    (pair,) = page.locator(".pair:has(button)").all()
    assert "no claim: not people" in pair.inner_text()
    assert "right as it stands" in pair.inner_text()
    assert pair.locator(".says").inner_text().count(" · ") == 6, "the claim as the machine read it"
    page.keyboard.press("2")
    wait_for_page(page, "Settled.")
    assert page.locator(".pair button").count() == 0
    settled = page.locator(".pair", has=page.get_by_text("no claim: not people"))
    assert settled.locator(".sides > div").last.inner_text().endswith("holds, says Ben")
    standing = {claim.claim_id: claim.standing for claim in claims(desk).values()}
    assert standing[sampled[0]] == "reviewed"
    assert decisions(desk)[-1].reviewer == "Ben"


def test_a_settlement_that_is_taken_back_is_open_again(
    desk: Desk, sampled: list[str], window: Callable[..., Any]
) -> None:
    desk.store.read_blind(kind="accept", reviewer="Ben", claim_id=sampled[0])
    page = desk.sign_in(window(desk.address).page, "Cyr")
    page.goto(f"{desk.address}/adjudication")
    page.keyboard.press("1")
    wait_for_page(page, "Settled.")
    assert "holds, says Cyr" in page.locator(".sides > div").first.inner_text()
    page.keyboard.press("u")
    wait_for_page(page, "Undone: ")
    page.goto(f"{desk.address}/adjudication")
    page.get_by_role("link", name="Neither").click()
    page.wait_for_url(f"**/claims/{sampled[0]}")


def test_nobody_reads_their_own_decision_blind(desk: Desk, sampled: list[str]) -> None:
    reading = BlindReading(
        kind="accept",
        reviewer="Ana",
        decided=decisions(desk)[0].decided.astimezone(),
        claim_id=sampled[0],
    )
    with pytest.raises(WarehouseError, match="nobody else has decided"):
        record_blind_reading(desk.database, reading)
