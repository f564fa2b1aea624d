"""A stream is extracted once, loaded, scored, and its errors are written to be read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.command import evaluate
from evaluation.events import claims
from evaluation.events.built import ComparedRow, Shown, build
from evaluation.events.coded import read_disputes
from evaluation.events.dispute_scores import score_disputes
from evaluation.events.incident_scores import says
from evaluation.events.matched import shares_half


def test_scores_and_errors(stream: Path, tmp_path: Path) -> None:
    report = evaluate(sets=["syria"], errors=tmp_path / "errors")
    score = report.scores[0]
    assert [each.system for each in report.scores] == [
        "tollcheck",
        "TF-IDF",
        "city",
        "model of words",
    ]
    assert score["pairs F1"] == score["disputes found"] == 1.0
    assert score["not falsely merged"] == score["true conflict rows"] == 1.0
    assert score["totals found"] == score["totals with the right holder"] == pytest.approx(2 / 3)
    rows = (tmp_path / "errors" / "syria-conflict-row.txt").read_text(encoding="utf-8")
    assert "gold:  raid · killed · all · conflict" in rows
    assert "killed 9 people, the Tamsin Institute said." in rows
    missed = (tmp_path / "errors" / "syria-total-missed.txt").read_text(encoding="utf-8")
    assert "30– by Union" in missed
    assert "found: no claim of this figure" in missed


def test_claims_are_extracted_once(stream: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [source.document for source in read_disputes(stream.parent.parent).sources]
    first = claims.find_claims("syria", documents)
    monkeypatch.setattr(claims, "extract", lambda _: pytest.fail("extracted again"))
    assert claims.find_claims("syria", documents) == first


def test_given_claims_are_taken_as_they_are(stream: Path, tmp_path: Path) -> None:
    documents = [source.document for source in read_disputes(stream.parent.parent).sources]
    found = claims.find_claims("syria", documents)
    (four,) = found["first"]
    seven = {**json.loads(four.model_dump_json()), "confidence": 0.5}
    path = tmp_path / "claims.jsonl"
    path.write_text(f"{json.dumps(seven)}\n" * 2, encoding="utf-8")
    taken = claims.find_claims("syria", documents, [path])
    assert [claim.confidence for own in taken.values() for claim in own] == [0.5]


def test_of_an_id_that_stands_twice_the_first_text_counts(stream: Path) -> None:
    sources = read_disputes(stream.parent.parent).sources
    assert [source.document.document_id for source in sources] == ["first", "second", "other"]
    assert "killed 4 people" in sources[0].document.text


def test_a_row_about_nothing_coded_is_no_dispute(stream: Path) -> None:
    coded = read_disputes(stream.parent.parent)
    documents = [source.document for source in coded.sources]
    built = build(coded.sources, claims.find_claims("syria", documents))
    event = built.main_event("first")
    shown = (Shown((4, 4), "4", ("army",), 1), Shown((5, 5), "5", ("mayor",), 1))
    row = ComparedRow(event, "Zliten", "killed", "all", "conflict", shown)
    score = score_disputes(coded, replace(built, rows=(row,)), "test")
    assert score["true conflict rows"] == score["disputes found"] == 0.0
    assert score["totals found"] == pytest.approx(1 / 3)


def test_figures_and_names() -> None:
    assert says((4, 4), 4)
    assert says((4, None), 4)
    assert not says((0, 4), 4)
    assert not says((None, None), 4)
    assert shares_half("the Observatory's director", ["Syrian Observatory", "SOHR"])
    assert not shares_half("the army", ["Syrian Arab Army Command", ""])
