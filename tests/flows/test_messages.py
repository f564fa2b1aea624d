"""A command that cannot be carried out says why and what to do, in one line, and ends as told."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows import cli
from tests.warehouse.examples import claim, document, load, says
from warehouse import open_warehouse


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    path = tmp_path_factory.mktemp("messages") / "tollcheck.duckdb"
    source = document("Two of the volunteers died at Karvat.")
    told = (source, [claim(source, "Two", 2, where="Karvat")])
    load(path, told, says("Orla", "four", 4), name="run-1")
    return path


@pytest.fixture
def database(loaded, tmp_path):
    return shutil.copy(loaded, tmp_path / "tollcheck.duckdb")


@pytest.fixture
def call(tmp_path, monkeypatch, capsys):
    """Call the command in a folder of its own; give its exit code and what it printed."""
    monkeypatch.chdir(tmp_path)

    def calling(*arguments):
        monkeypatch.setattr("sys.argv", ["tollcheck", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        printed = capsys.readouterr()
        return ended.value.code, printed.out, printed.err

    return calling


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["sql", ""], 2, "the question is empty"),
        (["sql", "from nowhere"], 1, "nowhere does not exist"),
        (["restore", "none.duckdb"], 2, "there is no backup none.duckdb"),
        (["backup", "--output", "tollcheck.duckdb"], 2, "exists already: name another file"),
        (["why", "no-such-claim"], 1, "no-such-claim"),
        (["why", " "], 2, "name a claim, or words of it"),
        (["holders", "none.yml"], 2, "the holders in none.yml cannot be read (No such file"),
        (["holders", "holders.yml"], 1, "is no list of holders: entry 1: name: Field required"),
        (["unite", "Orka", "x", "--reviewer", "Ana"], 1, "called 'Orka'; did you mean Orla?"),
        (["export", "csv", "--output", "."], 2, ". is a folder; name a file"),
        (["export", "xml"], 2, "tollcheck: FORMAT: 'xml' is not one of 'parquet', 'csv'"),
        (["sql", "--format", "xml", "select 1"], 2, "--format: 'xml' is not one of 'table',"),
        (["desk", "--port", "99999"], 2, "--port: it should be less than or equal to 65535"),
        (
            ["desk", "--port", "many"],
            2,
            "tollcheck: --port: it should be a whole number; `tollcheck",
        ),
        (["desk", "--host", "none.invalid"], 1, "the host none.invalid is not found"),
        (["desk", "--db", "none.duckdb"], 2, "there is no warehouse none.duckdb"),
        (["backup", "--db", "none.duckdb"], 2, "there is no warehouse none.duckdb"),
        (["evaluate", "none.yml"], 2, "none.yml: No such file or directory; check the path"),
        (["run", "none.txt"], 2, "no such file or folder: none.txt; check the path"),
        (["run", "--bogus", "3"], 2, "No such option: --bogus; `tollcheck run --help`"),
        (["restore"], 2, "Missing argument 'FILE'; `tollcheck restore --help` tells more"),
        (["rum"], 2, "No such command 'rum'"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_errors_are_one_line(database, call, arguments, code, told, tmp_path):
    (tmp_path / "holders.yml").write_text("- {kind: ngo, names: []}\n")
    ended, _, errors = call(*arguments)
    assert told in errors
    assert "Value error" not in errors
    assert len(errors.splitlines()) == 1 or arguments == ["sql", "from nowhere"]
    assert "Traceback" not in errors
    assert ended == code


def test_a_fault_of_ours_is_told_with_its_traceback(database, call, monkeypatch):
    def fail(*_, **__):
        raise KeyError("wrong")

    monkeypatch.setattr("warehouse.explanation.explain_claim", fail)
    code, _, errors = call("why", "anything")
    assert code == 1
    assert "KeyError" in errors
    assert "report it" in errors


@pytest.mark.slow
def test_nothing_complains_after_the_message(database):
    command = [Path(sys.executable).with_name("tollcheck"), "sql", "from nowhere", "--db", database]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "nowhere does not exist" in done.stderr
    assert "nanobind" not in done.stderr


def test_without_a_command_help_is_shown(call):
    code, printed, errors = call()
    assert code == 2
    assert "discrepancies" in printed + errors


def test_a_folder_of_the_output_is_made(database, call, tmp_path):
    code, _, _ = call("export", "csv", "--output", "new/folder/claims.csv")
    assert code == 0
    assert (tmp_path / "new" / "folder" / "claims.csv").exists()
    assert call("backup", "--output", "fresh/copy.duckdb")[0] == 0
    assert (tmp_path / "fresh" / "copy.duckdb").exists()


def test_events_with_similar_names_are_suggested(database, call):
    code, _, errors = call("discrepancies", "--event", "Karvatt")
    assert code == 0
    assert "similar name: " in errors
    assert "Karvat" in errors.split("similar name: ")[1]
    assert "similar name" not in call("discrepancies", "--event", "Karvat")[2]
    assert "No event is called 'Zzz'. `select label" in call("discrepancies", "--event", "Zzz")[2]
    assert "No discrepancy fits" in call("discrepancies", "--harm", "missing")[2]


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "csv"],
        ["gold"],
        ["unite", "Orla", "Orla", "--reviewer", "Ana"],
        ["discrepancies"],
    ],
    ids=lambda value: value[0],
)
def test_a_warehouse_of_an_earlier_release_is_brought_up_to_date(database, call, arguments):
    with open_warehouse(database) as connection:
        connection.execute("update publications set checksum = 'earlier'")
    code, _, errors = call(*arguments)
    assert "Brought tollcheck.duckdb up to date." in errors
    assert "earlier release" not in errors
    assert code in {0, 1}


def test_the_version_is_told(call):
    code, printed, _ = call("--version")
    assert code == 0
    assert printed.startswith("tollcheck 0.")


@pytest.mark.slow
def test_a_run_that_could_read_nothing_says_why_and_fails(call, prefect_server, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    code, printed, errors = call("run", "empty.txt", "--db", "raids.duckdb")
    assert code == 1
    assert "empty: 1, such as " in printed
    assert "Traceback" not in errors
    assert (tmp_path / "raids-report" / "index.html").exists()
    assert (tmp_path / "raids-data-docs" / "index.html").exists()
    quality = (tmp_path / "raids-report" / "quality.html").read_text("utf-8")
    assert 'href="data-docs/index.html"' in quality
    assert (tmp_path / "raids-report" / "data-docs" / "index.html").exists()
    assert not (tmp_path / "report").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("discrepancies", "--as-of", "yesterday"),
            "'yesterday' is no day: write it as 2026-11-28, or with the hour as 2026-11-28T14:30.",
        ),
        (
            ("import", "ged.csv", "--as", "ucdp", "--released", "June"),
            "'June' is no day: write it as 2026-11-28.",
        ),
    ],
)
def test_a_day_that_is_none_says_how_to_write_one(arguments, told):
    done = CliRunner().invoke(cli.app, arguments)
    assert done.exit_code == 2
    assert told in " ".join(done.output.replace("│", " ").split())
