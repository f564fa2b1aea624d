"""Positions side by side, for people and for programs."""

import csv
import json
import re

import pytest
from typer.testing import CliRunner

from desk.wording import REASONS
from flows import terminal
from flows.cli import app
from flows.discrepancies import speaker
from flows.inputs import in_batches
from flows.pool import BatchPool
from flows.runs import start_run
from flows.settings import Settings
from flows.staging import extract_staged, load_staged
from tests.conftest import ROOT
from warehouse.read_models.comparison_rows import PositionHolder

FLOOD = "people were killed in the flood at Kathmandu on Tuesday."
TEXTS = {
    "one": f"March 3, 2021\nGovernor Ada Brink said seven {FLOOD}\n"
    "Captain Ole Hart denied the seven deaths.\n",
    "two": f"March 3, 2021\nMayor Lin Soto said at least nine {FLOOD}\n",
}


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    import intake  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("discrepancies")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text)
    run = start_run("run", [str(folder)])
    with BatchPool(1) as pool:
        (batch,) = in_batches(intake.read_pages(run.inputs), Settings())
        staged = extract_staged(batch, pool, folder / "staging", run.extractor)
    load_staged(folder / "test.duckdb", run, [staged])
    return folder / "test.duckdb"


def ask(database, *arguments):
    terminal.console.cache_clear()
    done = CliRunner().invoke(app, ["discrepancies", "--db", str(database), *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_people_see_each_figure_with_who_holds_and_who_denies_it(database):
    drawn = " ".join(ask(database, "--harm", "killed").split())
    assert "conflict" in drawn
    assert "7 Ada Brink" in drawn
    assert "denied by Ole Hart" in drawn
    assert "at least 9 Lin Soto" in drawn


def test_people_see_which_two_part_and_why(database):
    drawn = " ".join(ask(database, "--harm", "killed").split())
    assert "Ada Brink 7 | Lin Soto at least 9: no number fits both" in drawn


def test_each_reason_has_its_words():
    told = (ROOT / "warehouse" / "columns.yml").read_text("utf-8")
    (listed,) = re.findall(r"^discrepancies\.reason:.*One of ([\w, ]+);", told, re.MULTILINE)
    assert set(listed.split(", ")) == set(REASONS)


def test_programs_get_every_field(database):
    (row,) = [json.loads(line) for line in ask(database, "--format", "json").splitlines()]
    assert row["harm"] == "killed"
    assert [position["low"] for position in row["positions"]] == [7, 9]
    rows = list(csv.DictReader(ask(database, "--format", "csv").splitlines()))
    assert [row["figure"] for row in rows] == ["7", "at least 9"]


def test_what_was_not_yet_published_is_not_shown(database):
    assert ask(database, "--as-of", "2021-03-01", "--all", "--format", "json") == ""


def test_an_event_is_found_by_words_of_its_name(database):
    assert ask(database, "--event", "kathmandu", "--format", "json")
    assert not ask(database, "--event", "elsewhere", "--format", "json")


def test_an_event_is_found_as_it_stood_at_a_moment(database):
    asked = ("--as-of", "2030-01-01", "--format", "json", "--event")
    assert ask(database, *asked, "kathmandu") == ask(database, *asked[2:], "kathmandu")
    assert not ask(database, *asked, "elsewhere")


def test_an_unknown_harm_is_wrong_usage(database):
    done = CliRunner().invoke(app, ["discrepancies", "--db", str(database), "--harm", "dead"])
    assert done.exit_code == 2
    assert "killed" in done.stderr


def test_a_role_that_the_name_holds_is_not_said_twice():
    union = PositionHolder("one", "Ana Lal (Miners' Union)", "ngo", "Miners' Union", None)
    governor = PositionHolder("two", "Ada Brink", "government", "governor", None)
    assert speaker(union) == "Ana Lal (Miners' Union)"
    assert speaker(governor) == "Ada Brink, governor"
