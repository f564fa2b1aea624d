"""The README and the help tell of the same commands, and every example runs."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flows.cli import app

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = {command.name: command for command in app.registered_commands}
README = (ROOT / "README.md").read_text("utf-8")


DATABASE = """id,date_start,date_end,where_coordinates,adm_1,country,best,high,low,deaths_civilians
1,2009-09-04,2009-09-04,Kunduz town,Kunduz province,Afghanistan,91,142,70,30
"""
"""A table in the layout of UCDP's; the figures are invented."""
APART = {"run", "serve", "desk", "benchmark"}


def example(name: str) -> list[str]:
    epilog = COMMANDS[name].epilog
    assert epilog, f"{name} has no example"
    program, *arguments = shlex.split(epilog.removeprefix("Example: "))
    assert program == "tollcheck"
    return arguments


def test_the_readme_lists_every_command():
    rows = re.findall(r"^\| (`tollcheck .*?) \|", README, re.MULTILINE)
    assert set(re.findall(r"`tollcheck (\w+)", " ".join(rows))) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name):
    assert COMMANDS[name].callback.__doc__
    assert example(name)[0] == name


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder as a newcomer has it after the first run."""
    folder = tmp_path_factory.mktemp("examples")
    shutil.copytree(ROOT / "samples", folder / "samples")
    shutil.copytree(ROOT / "tests" / "gold", folder / "tests" / "gold")
    own = "- {name: Human Rights Watch, kind: ngo, names: [HRW]}\n"
    (folder / "holders.yml").write_text(own, "utf-8")
    (folder / "ged.csv").write_text(DATABASE, "utf-8")
    return folder


def call(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    script = "from flows.cli import main; main()"
    environment = {**os.environ, "PREFECT_HOME": str(folder / "prefect"), "COLUMNS": "100"}
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def first_run(folder) -> subprocess.CompletedProcess[str]:
    return call(folder, *example("run"))


@pytest.mark.slow
def test_the_first_run_shows_discrepancies_and_what_it_read(first_run):
    assert first_run.returncode == 0, first_run.stderr
    assert "conflict" in first_run.stdout
    assert re.search(r"14 pages, 15 documents, \d+ claims, 0 rejections", first_run.stdout)


@pytest.mark.slow
def test_nothing_but_the_result_is_printed(first_run):
    assert first_run.stderr == "Reading samples\n"


# Some are apart: `run` comes first, `serve` and `desk` never end, `benchmark` wants texts.
@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in APART])
def test_every_example_runs(first_run, folder, name):
    done = call(folder, *example(name))
    assert done.returncode == 0, done.stderr
    assert done.stdout or done.stderr or (folder / "claims.jsonl").stat().st_size


# It times peers that read a text many times as long; a busy machine needs minutes.
@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_example_of_the_benchmark_runs(shared, folder, monkeypatch):
    monkeypatch.setenv("TOLLCHECK_SHARED", str(shared))
    done = call(folder, *example("benchmark"))
    assert done.returncode == 0, done.stderr
