"""What leaves the desk: gold of what was wholly reviewed, and a report only if it may."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk import export_gold, may_publish
from evaluation.gold import read_gold
from tests.desk.conftest import Desk
from tests.desk.test_review_queue import claims
from warehouse import open_warehouse


def test_only_wholly_reviewed_documents_are_gold(
    running: Callable[..., Desk], database: Path, tmp_path: Path
) -> None:
    desk = running(database)
    found = claims(desk)
    decide = desk.store.decide
    decide("accept", "ana", claim_id=found["0 The owner of the port"].claim_id)
    assert export_gold(database, tmp_path / "half").documents == 0
    decide("reject", "ana", claim_id=found["14 Doctors"].claim_id, reason="not a count")
    gold = export_gold(database, tmp_path / "whole")
    read = read_gold(gold.claims_file, [gold.texts_file])
    assert [(claim.value, claim.speaker) for claim in read.claims] == [(0, "The owner of the port")]
    assert [document.title for document in read.documents] == ["No deaths at Velmar, says owner"]


CHECK = """
insert into quality_results
values ($run, 'claims', $name, 'claims', null, 'error', $passed, 10, $failed, [], $message, '', $at)
"""


@pytest.fixture
def checked(database: Path) -> Path:
    """A warehouse with the outcomes of two runs of checks."""
    outcomes = (
        ("old", "dates", False, datetime(2031, 5, 3, tzinfo=UTC)),
        ("new", "dates", True, datetime(2031, 5, 4, tzinfo=UTC)),
        ("new", "speakers", False, datetime(2031, 5, 4, tzinfo=UTC)),
    )
    with open_warehouse(database) as connection:
        for name, expectation, passed, moment in outcomes:
            values = {"run": name, "name": expectation, "passed": passed, "at": moment}
            message = f"{expectation} are right"
            connection.execute(CHECK, values | {"failed": 10 - 10 * passed, "message": message})
    return database


def test_the_gate_looks_at_the_named_expectations_of_the_last_run(checked: Path) -> None:
    assert may_publish(checked, []).is_open
    assert may_publish(checked, ["dates"]).is_open
    gate = may_publish(checked, ["dates", "speakers"])
    assert gate.reasons == ("speakers: speakers are right (10 of 10 rows failed)",)
    assert not may_publish(checked, ["all"]).is_open


def test_a_misspelt_or_unchecked_expectation_keeps_the_gate_shut(
    checked: Path, prepared: Path
) -> None:
    assert "not checked in the last run" in may_publish(checked, ["daets"]).reasons[0]
    assert not may_publish(prepared, ["all"]).is_open
