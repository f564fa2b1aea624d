"""Claims reviewed in the browser: a new extraction leaves every verdict in place."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk import export_gold
from evaluation.gold import read_gold
from tests.desk import world
from tests.desk.conftest import Desk
from tests.warehouse.examples import run
from warehouse import load_batch

CLAIMS = 10
"""Claims of a document: eight are accepted, one is rejected and one corrected."""


def standings(desk: Desk) -> dict[tuple[str, int], tuple[str, str | None]]:
    """What holds for each claim, by its document and where its figure begins."""
    with desk.store.reading() as reader:
        return {
            (claim.document_id, claim.quantity_start): (claim.standing, claim.decision)
            for claim in reader.claims("true", "claim_id")
        }


@pytest.mark.timeout(1200)
@pytest.mark.slow
@pytest.mark.parametrize("documents", [2, 20])
def test_every_verdict_outlives_a_new_extraction(
    running: Callable[..., Desk], tmp_path: Path, window: Callable[..., Any], documents: int
) -> None:
    database = tmp_path / "many.duckdb"
    load_batch(database, run("first"), world.many(documents, CLAIMS, "0.1.0"))
    desk = running(database)
    page = desk.sign_in(window(desk.address).page)
    page.keyboard.press("Enter")
    for number in range(documents * CLAIMS):
        page.wait_for_url("**/claims/*")
        before = page.url
        if number % 10 == 3:
            page.keyboard.press("x")
            page.keyboard.press("1")
        elif number % 10 == 7:
            page.keyboard.press("e")
            page.select_option("#modifier", "at_least")
            page.locator("#value").press("Control+Enter")
        else:
            page.keyboard.press("a")
        page.wait_for_function("before => location.href !== before", arg=before)
    page.get_by_text("The queue is done.").or_(page.get_by_text("0 claims wait")).first.wait_for()
    reviewed = standings(desk)
    assert Counter(decision for _, decision in reviewed.values()) == {
        "accepted": 8 * documents,
        "rejected": documents,
        "corrected": documents,
    }
    load_batch(database, run("second"), world.many(documents, CLAIMS, "0.2.0", wider=True))
    assert standings(desk) == reviewed

    exported = export_gold(database, tmp_path / "gold")
    assert (exported.documents, exported.claims) == (documents, 9 * documents)
    gold = read_gold(exported.claims_file, [exported.texts_file])
    assert Counter(claim.modifier for claim in gold.claims) == {
        "exact": 8 * documents,
        "at_least": documents,
    }
