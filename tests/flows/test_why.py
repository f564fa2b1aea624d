"""Why a claim stands where it stands: the evidence for its event, its position, its verdicts."""

import json
import math
from datetime import UTC, date, datetime

import pytest
from typer.testing import CliRunner

from flows import terminal
from flows.cli import app
from tests.desk import world
from warehouse import Verdict, VerdictKind, WarehouseError, record_verdict
from warehouse.explanation import explain_claim


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("why") / "fires.duckdb"
    world.build(path)
    return path


@pytest.fixture
def plain(monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    terminal.console.cache_clear()
    yield
    terminal.console.cache_clear()


def test_a_claim_that_joined_an_event_tells_what_spoke_for_it(database):
    why = explain_claim(database, "14 doctors")
    assert why.link is not None
    found = {each.feature: each for each in why.link.evidence}
    assert {"two mentions", "text", "sentences", "town and day", "same day"} <= set(found)
    assert found["town and day"].detail == "Velmar and Velmar"
    weights = [each.weight for each in why.link.evidence]
    assert why.link.score == pytest.approx(1 / (1 + math.exp(-sum(weights))), abs=0.01)
    assert why.link.score >= why.link.threshold
    assert why.position is not None
    assert [line.figure for line in why.position.lines] == ["0", "12", "14", "20", "at least 20"]
    assert why.originator is not None
    assert (why.originator.name, why.originator.outlets) == ("orsk courier", ("Orsk Courier",))


def test_a_claim_that_founded_its_event_has_the_evidence_of_later_documents(database):
    why = explain_claim(database, "harbour office")
    assert why.link is not None
    assert why.link.evidence[0].feature == "most like"
    assert {"town and day", "same day"} <= {each.feature for each in why.link.others}
    lone = explain_claim(database, "sheriff").link
    assert lone is not None
    assert (lone.date_from, lone.others) == (date(2031, 5, 9), ())


def test_words_that_fit_several_claims_or_none_are_answered_with_names(database):
    with pytest.raises(WarehouseError, match=r"6 claims fit(.|\n)*Odo Fenn") as caught:
        explain_claim(database, "velmar")
    name = explain_claim(database, "denies 20 fenn").claim.claim_id
    assert name in str(caught.value)
    assert explain_claim(database, name[:10]).claim.claim_id == name
    for nothing in ("", "  ", "no such words", "'; drop table claims"):
        with pytest.raises(WarehouseError, match="no claim has the name or the words"):
            explain_claim(database, nothing)


def test_people_and_programs_get_the_verdicts_too(database, plain):
    claim = explain_claim(database, "14 doctors").claim
    verdict = Verdict(
        kind=VerdictKind.NOTE,
        reviewer="Ana",
        decided=datetime(2031, 6, 1, tzinfo=UTC),
        claim_id=claim.claim_id,
        note="Rung them up.",
    )
    record_verdict(database, verdict)
    arguments = ["why", "14", "doctors", "--db", str(database)]
    told = CliRunner().invoke(app, arguments).stdout
    assert "killed · dockers · 14, which Doctors asserts" in told
    assert "two mentions: before anything is compared" in told
    assert "somebody not quoted here   (denied by Mayor Odo Fenn)" in told
    assert "note by Ana, 2031-06-01 00:00: Rung them up." in told
    (row,) = CliRunner().invoke(app, [*arguments, "--format", "json"]).stdout.splitlines()
    assert json.loads(row)["verdicts"][0]["note"] == "Rung them up."
    assert json.loads(row)["link"]["evidence"][0]["feature"] == "most like"
    table = CliRunner().invoke(app, [*arguments, "--format", "csv"]).stdout
    assert table.startswith("feature,detail,weight\n")
