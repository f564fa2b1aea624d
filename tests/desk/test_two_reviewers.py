"""Two reviewers at once: nobody overwrites anybody, and how far they agree is told."""

from collections.abc import Callable
from typing import Any

import pytest

from desk.agreement import agreement, krippendorff_alpha
from tests.desk.conftest import Desk, wait_for_saves
from tests.desk.test_review_queue import claims, decisions


@pytest.mark.slow
def test_the_second_of_two_decisions_on_one_claim_is_held_up(
    desk: Desk, window: Callable[..., Any]
) -> None:
    name = claims(desk)["12 The harbour office"].claim_id
    ana = desk.sign_in(window(desk.address).page, "Ana")
    ben = desk.sign_in(window(desk.address).page, "Ben")
    for page in (ana, ben):
        page.goto(f"{desk.address}/claims/{name}")
    ana.keyboard.press("a")
    ana.get_by_text("Accepted.").wait_for()
    wait_for_saves(ana)
    ben.keyboard.press("x")
    ben.keyboard.press("1")
    ben.get_by_role("button", name="1 not saved: look again").click()
    ben.get_by_text("Somebody else decided meanwhile").wait_for()
    assert "Ana decided to accept" in ben.get_by_role("alert").inner_text()
    assert [decision.reviewer for decision in decisions(desk)] == ["Ana"]
    ben.get_by_role("link", name="Look at it again").click()
    assert "accepted by Ana" in ben.locator(".history").inner_text()
    ben.wait_for_load_state()
    ben.keyboard.press("x")
    ben.keyboard.press("1")
    ben.get_by_text("Rejected: not people.").wait_for()
    wait_for_saves(ben)
    assert [decision.reviewer for decision in decisions(desk)] == ["Ana", "Ben"]
    ben.get_by_role("link", name="Reviewers").click()
    assert "agreement cannot be told" in ben.locator(".lede").inner_text()


def test_pairs_agree_where_both_decided_alike() -> None:
    found = agreement([("right", "right"), ("right", "no claim: not people")])
    assert (found.claims, found.share) == (2, 0.5)
    assert agreement([]).alpha is None


def test_alpha_is_the_one_of_the_published_example() -> None:
    first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    units = [[str(one), str(other)] for one, other in zip(first, second, strict=True)]
    assert krippendorff_alpha(units) == pytest.approx(0.095, abs=0.0005)


def test_alpha_of_two_reviewers_comes_close_to_kappa_on_many_claims() -> None:
    from sklearn.metrics import cohen_kappa_score  # noqa: PLC0415 -- takes seconds

    first = ["accept", "accept", "reject", "correct", "accept", "reject"] * 100
    second = ["accept", "reject", "reject", "correct", "accept", "accept"] * 100
    alpha = krippendorff_alpha(list(zip(first, second, strict=True)))
    assert alpha == pytest.approx(cohen_kappa_score(first, second), abs=0.001)
