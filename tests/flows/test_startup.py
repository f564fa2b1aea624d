"""Asking for help or for rows loads no heavy library."""

import subprocess
import sys
from pathlib import Path

import pytest

from warehouse import migrate

HEAVY = ("spacy", "great_expectations", "pandas", "prefect", "trafilatura", "altair", "pyarrow")
SCRIPT = """
import sys
sys.argv = ["tollcheck", *{arguments!r}]
from flows.cli import main
try:
    main()
except SystemExit:
    pass
print(*sys.modules, file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    script = SCRIPT.format(arguments=arguments)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in done.stderr.splitlines()[-1].split()}


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["export", "--help"]])
def test_help_loads_nothing_heavy(arguments):
    assert not loaded(*arguments) & {*HEAVY, "duckdb", "pydantic_settings", "rich"}


FIRST = """
import sys, typer
sys.argv = ["tollcheck", "run", "reports"]
def echo(message, **_):
    print(message, *sys.modules)
    sys.exit()
typer.echo = echo
from flows.cli import main
main()
"""


def test_a_run_says_what_it_reads_before_it_loads_anything_heavy(tmp_path):
    (tmp_path / "reports").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", FIRST], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    first, *modules = done.stdout.removeprefix("Reading ").split()
    assert first == "reports"
    loaded = {name.split(".")[0] for name in modules}
    assert not loaded & {*HEAVY, "duckdb", "pydantic_settings", "rich"}


def test_a_question_in_sql_loads_nothing_heavy(tmp_path):
    database = tmp_path / "test.duckdb"
    migrate(database)
    modules = loaded("sql", "select 1", "--db", str(database))
    assert "duckdb" in modules
    assert not modules & set(HEAVY)


def test_a_program_that_reads_the_output_gets_all_of_it(tmp_path):
    database = tmp_path / "test.duckdb"
    migrate(database)
    command = [Path(sys.executable).with_name("tollcheck"), "sql", "--db", database, "--format"]
    done = subprocess.run(
        [*command, "csv", "from range(20_000)"], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "19999"
    assert not done.stderr
