"""A reader's own SQL, and the reference of what can be asked."""

from pathlib import Path

import duckdb
import pytest

from tests.warehouse.examples import load, says
from warehouse import QueryError, open_warehouse, run_sql, sqlfiles
from warehouse.reference import PAGE, write_reference


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("asking") / "w.duckdb"
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


def test_every_table_view_and_column_says_what_it_holds(path: Path) -> None:
    with open_warehouse(path, read_only=True) as connection:
        silent = connection.execute(
            "select table_name from duckdb_tables() where comment is null "
            "union all select view_name from duckdb_views() where not internal and comment is null "
            "union all select table_name || '.' || column_name from duckdb_columns() "
            "where not internal and comment is null"
        ).fetchall()
        columns = connection.execute(
            "select table_name, column_name from duckdb_columns() where not internal"
        ).fetchall()
        given = {
            row[0]
            for item in sqlfiles.published()
            if item.kind == "macro" and item.name.endswith("_as_of")
            for row in connection.execute(
                f"describe from {item.name}(timestamp 'infinity')"
            ).fetchall()
        }
    assert silent == []
    said = sqlfiles.column_comments().keys()
    assert given <= said
    known = given | {name for _, name in columns} | {f"{table}.{name}" for table, name in columns}
    assert said <= known


def test_a_client_of_its_own_finds_everything_for_people_on_a_page(path: Path) -> None:
    """Without our search path: views name the schema of what the machine alone reads."""
    with duckdb.connect(str(path), read_only=True) as client:
        shown = [name for (name,) in client.execute("show tables").fetchall()]
        assert len(shown) <= 40
        assert {"discrepancies", "positions", "current_claims", "documents"} <= set(shown)
        assert not {"facts", "mention_keys", "signature_bands"} & set(shown)
        for name in shown:
            client.execute(f"from {name}").fetchall()
        for item in sqlfiles.published():
            if item.name.endswith("_as_of"):
                client.execute(f"from {item.name}(timestamp 'infinity')").fetchall()
        assert client.execute("select count(*) from internal.facts").fetchall() == [(2,)]
    assert [name for (name,) in run_sql(path, "show tables").rows] == shown
