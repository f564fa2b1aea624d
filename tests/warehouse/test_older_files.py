"""A file of an earlier release shows after its migration what a new one shows."""

from pathlib import Path

import duckdb
import pytest

from schemas import Scope
from tests.warehouse.examples import ask, claim, document, load, says
from warehouse import ledger, migrate, open_warehouse, sqlfiles

pytestmark = pytest.mark.slow

MOVED = ("facts", "event_claims", "figures", "bounds", "mentions", "mention_keys", "visits")
LEARNED = "2021-05-04 12:00:00"
SHOWN = (
    "select event, harm, victim_group, class, low, high, originators from discrepancies",
    "select claim_id, holder, outlets, originator, learned from current_claims order by claim_id",
    "select holder, figure, first_seen from positions order by all",
)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A file of this release."""
    path = tmp_path / "whole.duckdb"
    war = document("The war at Karvat has cost 900 lives.")
    total = claim(war, "900", 900, scope=Scope.CUMULATIVE)
    load(path, says("Orla", "four", 4), says("Tebo", "nine", 9, 5), (war, [total]))
    return path


def made_by_schema(version: int, whole: Path) -> Path:
    """The same content in a file that only the first migrations have shaped."""
    older = whole.with_name(f"schema{version}.duckdb")
    with duckdb.connect(str(older)) as connection:
        connection.execute(ledger.LEDGER)
        for step in sqlfiles.migrations()[:version]:
            ledger.apply(connection, step)
        connection.execute(f"attach '{whole}' as whole (read_only)")
        tables = connection.execute(
            "select older.schema_name, older.table_name, whole.schema_name "
            "from duckdb_tables() as older "
            "inner join duckdb_tables() as whole on whole.table_name = older.table_name "
            "where older.database_name = current_database() and whole.database_name = 'whole'"
        ).fetchall()
        for own, table, schema in tables:
            if table not in {"migrations", "publications"}:
                take_over(connection, f"{own}.{table}", f"{schema}.{table}")
    return older


def take_over(connection: duckdb.DuckDBPyConnection, table: str, newer: str) -> None:
    """Copy the columns that a table had already."""
    names = ", ".join(column[0] for column in connection.execute(f"from {table}").description)
    connection.execute(f"insert into {table} ({names}) select {names} from whole.{newer}")


@pytest.mark.parametrize("version", [26, 25, 5, 2, 1])
def test_an_older_file_shows_what_a_new_one_shows(whole: Path, version: int) -> None:
    older = made_by_schema(version, whole)
    migrate(older)
    for query in SHOWN:
        shown = ask(whole, query)
        assert shown
        assert ask(older, query) == shown


def test_what_was_known_is_dated_to_when_it_was_learned(whole: Path) -> None:
    older = made_by_schema(5, whole)
    with duckdb.connect(str(older)) as connection:
        connection.execute("update claims set learned = ?", [LEARNED])
    migrate(older)
    asked = "from positions_as_of(timestamp 'infinity', known_at := timestamp '{}')"
    assert len(ask(older, asked.format("2021-05-04 12:00"))) == 2
    assert ask(older, asked.format("2021-05-04 11:59")) == []


def test_grades_and_assignments_of_an_older_file_become_verdicts(whole: Path) -> None:
    older = made_by_schema(24, whole)
    (row,) = ask(whole, "select min(event_id) as event_id from events")
    event = row["event_id"]
    with duckdb.connect(str(older)) as connection:
        connection.execute(
            "insert into event_grades values ('g', ?, 'weak', 'One source.', 'Ana', ?)",
            [event, LEARNED],
        )
        connection.execute(
            "insert into assignments values ('a', null, 'c', 'Bo', 'Ana', ?)", [LEARNED]
        )
    migrate(older)
    assert ask(older, "select event_id, grade, note from verdicts where kind = 'grade'") == [
        {"event_id": event, "grade": "weak", "note": "One source."}
    ]
    assert ask(older, "select event_id, claim_id, assignee from assigned_reviews") == [
        {"event_id": None, "claim_id": "c", "assignee": "Bo"}
    ]


def test_claims_of_an_older_file_tell_what_their_rules_knew(whole: Path) -> None:
    older = made_by_schema(26, whole)
    with duckdb.connect(str(older)) as connection:
        connection.execute(
            "update claims set harm = 'casualties', rule = 'object-shoot-implicit' where value = 4"
        )
        connection.execute("update claims set rule = 'noun-count-bodies' where value = 9")
    migrate(older)
    query = "select value, outcome_is_open, counts_some from claims order by value"
    assert [tuple(row.values()) for row in ask(older, query)] == [
        (4, True, False),
        (9, False, True),
        (900, False, False),
    ]
    assert ask(older, "select is_open from internal.facts where harm = 'casualties'") == [
        {"is_open": True}
    ]


def test_what_only_the_machine_reads_moves_with_all_its_rows(whole: Path) -> None:
    older = made_by_schema(25, whole)
    with duckdb.connect(str(older)) as connection:
        connection.execute(
            "insert into visits values ('a', ?, 'new', null, null, ?, 'r')", [LEARNED] * 2
        )
        before = {name: len(connection.execute(f"from {name}").fetchall()) for name in MOVED}
    migrate(older)
    assert all(before.values())
    for name, count in before.items():
        assert len(ask(older, f"from internal.{name}")) == count
        assert ask(older, f"from {name}") == ask(older, f"from internal.{name}")
    with open_warehouse(older) as connection, pytest.raises(duckdb.ConstraintException):
        connection.execute(
            "insert into visits (address, visited, outcome, run_id) values ('a', now(), 'new', 'r')"
        )


def test_a_steady_file_is_not_derived_again(whole: Path) -> None:
    with duckdb.connect(str(whole)) as connection:
        connection.execute("delete from internal.facts")
    migrate(whole)
    assert ask(whole, "from current_claims") == []


def test_a_change_of_rules_is_a_change_of_knowledge(whole: Path) -> None:
    """A fact that the file had, and that other rules make otherwise, holds from now on."""
    with duckdb.connect(str(whole)) as connection:
        connection.execute("update internal.facts set learned = ?, holder = 'somebody'", [LEARNED])
        connection.execute("update publications set checksum = 'earlier'")
    migrate(whole)
    then = f"from positions_as_of(timestamp 'infinity', known_at := timestamp '{LEARNED}')"
    assert {row["holder"] for row in ask(whole, then)} == {"somebody"}
    assert {row["holder"] for row in ask(whole, "from positions")} == {"Orla", "Tebo"}
