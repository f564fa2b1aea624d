"""SQL reads the warehouse, and nothing else."""

import json

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.sql_rows import asked
from warehouse import QueryError, migrate


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("sql") / "test.duckdb"
    migrate(path)
    return path


def test_rows_come_with_their_columns(database):
    query = "select count(*) as claims from current_claims"
    done = CliRunner().invoke(app, ["sql", query, "--db", str(database), "--format", "json"])
    assert json.loads(done.stdout) == {"claims": 0}


def test_a_question_can_come_from_standard_input(database):
    arguments = ["sql", "-", "--db", str(database), "--format", "csv"]
    assert CliRunner().invoke(app, arguments, input="select 1 as one").stdout == "one\n1\n"


def test_many_rows_come_whole(database):
    with asked(database, "select range from range(2500)") as (_, rows):
        assert sum(1 for _ in rows) == 2500


@pytest.mark.parametrize(
    "query",
    [
        "delete from runs",
        "create table more (x integer)",
        "copy (select 1) to '{folder}/out.csv'",
        "select * from read_csv('/etc/hostname')",
        "attach '{folder}/other.duckdb'",
        "set enable_external_access = true",
        "selec 1",
    ],
)
def test_what_is_no_reading_of_the_warehouse_is_refused(database, tmp_path, query):
    with (
        pytest.raises(QueryError),
        asked(database, query.format(folder=tmp_path)) as (_, rows),
    ):
        list(rows)
    assert not list(tmp_path.iterdir())
