"""`evaluate` from a gold file to its tables, its JSON, its errors and its dated file."""

import io
import json
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from evaluation import claim_jobs
from evaluation.__main__ import app
from evaluation.command import evaluate
from evaluation.json_lines import GoldError
from evaluation.measures import Error, Measure, Score
from evaluation.score_report import (
    ScoreReport,
    find_shortfalls,
    print_errors,
    print_report,
    write_result,
)

SENTENCES = """
- id: quarry
  text: "Seven quarrymen were killed at Sandholm."
  why: a plain count
  claims:
    - {harm: killed, quantity: Seven, value: 7, modifier: exact, basis: word}
- id: loaves
  text: "Forty loaves were given to the wounded."
  why: loaves are no people, and the coder thinks that somebody was arrested
  claims:
    - {harm: detained, quantity: Forty, value: 40, modifier: exact, basis: word}
"""
SCORE = Score(
    "seeds",
    "tollcheck",
    (Measure("recall", 0.5, 1, 2), Measure("precision", 1.0, 1, 1), Measure("F1", None)),
    (Error("missed", "norvik", "Two [bold] men\ndied.", "two killed", None),),
)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "quarry.yml"
    path.write_text(SENTENCES, encoding="utf-8")
    return path


def test_scores_errors_and_dated_file(gold: Path, tmp_path: Path) -> None:
    errors, results = tmp_path / "errors.jsonl", tmp_path / "results"
    report = evaluate(gold, baselines=False, errors=errors, results=results)
    (score,) = report.scores
    assert (score.set_name, score.system) == ("quarry", "tollcheck")
    assert (score["recall"], score["precision"]) == (0.5, 1.0)
    (row,) = (json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines())
    assert (row["kind"], row["document_id"]) == ("missed", "loaves")
    assert row["sentence"] == "Forty loaves were given to the wounded."
    (kept,) = results.iterdir()
    assert kept.name == f"{report.day.isoformat()}.json"
    assert "loaves" not in kept.read_text(encoding="utf-8"), "figures are kept, texts are not"
    assert list(report.reliability) == ["quarry"]


def test_json_on_standard_output(gold: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate", str(gold), "--json"])
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    systems = {score["system"] for score in told["scores"]}
    assert {"tollcheck", "regex", "quantulum3"} <= systems


def test_missing_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"nowhere\.yml: No such file"):
        evaluate(tmp_path / "nowhere.yml")


def test_missing_default_sets_say_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TOLLCHECK_SHARED", str(tmp_path / "nowhere"))
    with pytest.raises(GoldError, match="set TOLLCHECK_SHARED"):
        evaluate(sets=["seeds"])


def test_without_shared_texts_our_own_sentences_are_measured(
    monkeypatch: pytest.MonkeyPatch, gold: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv("TOLLCHECK_SHARED", str(tmp_path / "nowhere"))
    monkeypatch.setattr(claim_jobs, "OWN_SENTENCES", gold.parent)
    report = evaluate(baselines=False)
    assert [score.set_name for score in report.scores] == ["sentences"]
    missing = [note.split(":")[1].strip() for note in report.notes if "not measured" in note]
    assert missing == ["seeds", "news", "isaf", "polnear", "incidents", "syria"]


def test_tables_mark_what_is_below_the_floor() -> None:
    console = Console(file=io.StringIO(), width=100)
    notes = tuple(find_shortfalls([SCORE]))
    print_report(ScoreReport(date(2026, 1, 2), "1", (SCORE,), {}, notes), console)
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert notes == ("seeds: recall 0.500 < 0.95",)
    assert "0.500 ✗" in shown
    assert "1.000 ✓" in shown
    assert notes[0] in shown


def test_errors_show_their_sentence_as_it_is() -> None:
    console = Console(file=io.StringIO(), width=100)
    print_errors([SCORE], console)
    assert "Two [bold] men died." in console.file.getvalue()  # type: ignore[attr-defined]


def test_result_of_a_later_run_replaces_the_same_day(tmp_path: Path) -> None:
    for version in ("1", "2"):
        path = write_result(ScoreReport(date(2026, 1, 2), version, (SCORE,)), tmp_path)
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert [each.name for each in tmp_path.iterdir()] == ["2026-01-02.json"]
    assert kept["extractor"] == "2"
    assert kept["scores"][0]["measures"]["recall"] == {"value": 0.5, "right": 1, "total": 2}
    assert kept["scores"][0]["errors"] == {"missed": 1}


def test_a_set_of_another_name_is_refused() -> None:
    result = CliRunner().invoke(app, ["evaluate", "--sets", "news,seeds"])
    assert result.exit_code == 2
    assert "news,seeds" in result.output
