"""A reader's own SQL, and the reference of what can be asked."""

from pathlib import Path

import pytest

from tests.warehouse.examples import load, says
from warehouse import QueryError, run_sql
from warehouse.reference import PAGE, write_reference


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "w.duckdb"
    load(path, says("Ana Mell", "4", 4), says("Ben Torr", "9", 9))
    return path


def test_an_answer_has_columns_and_no_more_rows_than_asked(path: Path) -> None:
    answer = run_sql(path, "select figure, low from positions order by low", limit=1)
    assert (answer.columns, answer.rows, answer.is_cut) == (("figure", "low"), (("4", 4),), True)


@pytest.mark.parametrize(
    "query",
    [
        "delete from claims",
        "create table mine (a integer)",
        "copy claims to '{folder}/out.csv'",
        "from read_text('{folder}/secret')",
        "attach '{folder}/other.duckdb'",
        "set enable_external_access = true",
        "selekt 1",
    ],
)
def test_nothing_but_reading_is_allowed(path: Path, query: str) -> None:
    (path.parent / "secret").write_text("secret")
    before = sorted(file.name for file in path.parent.iterdir())
    with pytest.raises(QueryError):
        run_sql(path, query.format(folder=path.parent))
    assert sorted(file.name for file in path.parent.iterdir()) == before
    assert run_sql(path, "select count(*) from claims").rows == ((2,),)


def test_an_endless_query_is_stopped(path: Path) -> None:
    with pytest.raises(QueryError, match="longer"):
        run_sql(
            path,
            "select sum(a.range * b.range) from range(10000000) a, range(10000000) b",
            seconds=0.3,
        )


def test_the_reference_is_current_and_complete() -> None:
    text = write_reference()
    assert PAGE.read_text("utf-8") == text
    assert "\n\n\n\n| column" not in text
