"""Each input that goes wrong has a clear message, and costs the others nothing."""

import json

import pytest
from typer.testing import CliRunner

from flows.cli import app

MESSAGES = {
    "empty": "empty",
    "binary": "binary",
    "long_line": "longer than",
    "bad_json": "rows.jsonl#2",
    "missing": "no such file",
}


@pytest.fixture
def cli() -> CliRunner:
    return CliRunner()


def test_each_bad_input_is_named_with_what_to_do(cli, bad_inputs, good):
    for name, path in bad_inputs.items():
        done = cli.invoke(app, ["extract", str(path), str(good)])
        assert done.exit_code == 0, done.output
        assert f"rejected {path}" in done.stderr
        assert MESSAGES[name] in done.stderr
        claims = [json.loads(line) for line in done.stdout.splitlines()]
        assert 9 in [claim["quantity"]["value"] for claim in claims]


def test_strict_ends_with_one(cli, bad_inputs, good):
    bad = bad_inputs["binary"]
    assert cli.invoke(app, ["extract", str(bad), str(good), "--strict"]).exit_code == 1
    assert cli.invoke(app, ["extract", str(good), "--strict"]).exit_code == 0


@pytest.mark.parametrize("command", ["run", "extract"])
def test_only_missing_inputs_are_wrong_usage(cli, tmp_path, command):
    done = cli.invoke(app, [command, str(tmp_path / "nowhere.txt")])
    assert done.exit_code == 2
    assert "no such file or folder" in done.stderr.replace("\n", " ").lower()


def test_good_rows_of_a_bad_file_are_taken(cli, bad_inputs):
    done = cli.invoke(app, ["extract", str(bad_inputs["bad_json"])])
    values = [json.loads(line)["quantity"]["value"] for line in done.stdout.splitlines()]
    assert values == [3]


def test_broken_markup_is_read_as_far_as_it_goes(cli, tmp_path):
    page = tmp_path / "broken.html"
    page.write_bytes(b"<html><body><p>Police said five people were killed.<table><tr></p><div")
    done = cli.invoke(app, ["extract", str(page)])
    assert done.exit_code == 0
    assert json.loads(done.stdout)["quantity"]["value"] == 5


def test_standard_input_is_read(cli):
    done = cli.invoke(app, ["extract", "-"], input="Police said six people were killed.\n")
    assert json.loads(done.stdout)["quantity"]["value"] == 6


def test_output_appears_only_when_it_is_whole(cli, good, tmp_path):
    target = tmp_path / "claims.jsonl"
    assert cli.invoke(app, ["extract", str(good), "--output", str(target)]).exit_code == 0
    assert json.loads(target.read_text())["harm"] == "killed"
    assert not list(tmp_path.glob(".claims*"))
