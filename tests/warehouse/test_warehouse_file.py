"""The file: created, migrated with a copy, refused where it must be."""

import sqlite3
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.examples import ask, load, says
from warehouse import (
    NotAWarehouseError,
    WarehouseError,
    WarehouseLockedError,
    WarehouseMissingError,
    WarehouseNewerError,
    WarehouseOlderError,
    connect,
    ledger,
    migrate,
    open_warehouse,
    sqlfiles,
)
from warehouse.sqlfiles import Migration
from warehouse.write_ahead_log import log_of

# Unoptimized, DuckDB 2.0 fails to delete rows that a log has brought back from an index.
pytestmark = pytest.mark.usefixtures("optimized_queries")
HOLD = """
import duckdb, sys
with duckdb.connect(sys.argv[1]):
    print("open", flush=True)
    sys.stdin.read()
"""


def opened(path: Path, read_only: bool) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
    return open_warehouse(path, read_only=read_only)


@pytest.fixture
def new_warehouses_are_copies() -> None:
    """Here each new file is made, as the tests are about the making."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "w.duckdb"
    migrate(path)
    return path


def test_released_clients_can_read_the_storage(path: Path) -> None:
    with open_warehouse(path, read_only=True) as connection:
        tags = connection.execute(
            "select tags from duckdb_databases() where database_name = 'w'"
        ).fetchone()
    assert tags == ({"storage_version": "v1.4.0+"},)


def test_the_ledger_names_every_migration_once(path: Path) -> None:
    migrate(path)
    with open_warehouse(path, read_only=True) as connection:
        ledger = connection.execute("select number, name from migrations order by all").fetchall()
    assert ledger == [(step.number, step.name) for step in sqlfiles.migrations()]


def test_an_older_file_is_migrated_and_its_copy_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = (*sqlfiles.migrations(), Migration(9999, "later", "create table later (a integer)"))
    monkeypatch.setattr("warehouse.ledger.migrations", lambda: later)
    with pytest.raises(WarehouseOlderError), open_warehouse(path, read_only=True):
        pass
    copy = migrate(path)
    assert copy is not None
    with open_warehouse(path, read_only=True) as connection:
        assert connection.execute("select count(*) from later").fetchone() == (0,)
    with duckdb.connect(str(copy), read_only=True) as old, pytest.raises(duckdb.Error):
        old.execute("from later")


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Migration(9999, "broken", "create table later (a integer); select nonsense")
    monkeypatch.setattr("warehouse.ledger.migrations", lambda: (*sqlfiles.migrations(), broken))
    with pytest.raises(WarehouseError, match="9999"):
        migrate(path)
    with duckdb.connect(str(path), read_only=True) as connection:
        names = {row[0] for row in connection.execute("show tables").fetchall()}
    assert "later" not in names


def test_a_newer_file_is_refused_and_untouched(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("insert into migrations values (9999, 'future', 'x', now())")
    before = path.read_bytes()
    for read_only in (True, False):
        with pytest.raises(WarehouseNewerError, match="9999"), opened(path, read_only):
            pass
    assert path.read_bytes() == before


def test_an_edited_migration_is_noticed(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("update migrations set checksum = 'other' where number = 1")
    with pytest.raises(WarehouseError, match="migration 1 was edited"):
        migrate(path)


def test_views_of_an_earlier_release_are_replaced(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("create view gone as select 1 as one")
        connection.execute(
            "update publications set checksum = 'old', names = list_append(names, 'view gone')"
        )
    with pytest.raises(WarehouseOlderError), open_warehouse(path, read_only=True):
        pass
    assert migrate(path) is None
    with open_warehouse(path, read_only=True) as connection:
        views = connection.execute("select view_name from duckdb_views()").fetchall()
    assert ("gone",) not in views
    assert ("current_claims",) in views


def test_a_file_held_by_another_process_is_locked(path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        for read_only in (True, False):
            with pytest.raises(WarehouseLockedError), opened(path, read_only):
                pass
        holder.communicate()
    with open_warehouse(path):
        pass


def test_a_small_file_is_whole_when_it_is_closed(path: Path) -> None:
    load(path, says("Orla", "four", 4))
    assert not log_of(path).exists()
    assert [row["holder"] for row in ask(path, "select holder from current_claims")] == ["Orla"]


@pytest.fixture
def left(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that counts as large, closed with a log beside it."""
    load(path, says("Orla", "four", 4))
    monkeypatch.setattr("warehouse.write_ahead_log.LARGE", 0)
    load(path, says("Tebo", "nine", 9), name="run-2")
    assert log_of(path).exists()
    return path


def shown_by_client(path: Path, query: str, *options: str) -> str:
    """What the released command-line client answers."""
    client = Path(sys.executable).with_name("duckdb")
    command = [str(client), *options, "-list", "-noheader", str(path), query]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.slow
def test_the_log_of_a_large_file_is_read_with_it(left: Path) -> None:
    holders = "select holder from current_claims order by all"
    assert [row["holder"] for row in ask(left, holders)] == ["Orla", "Tebo"]
    (claim,) = ask(left, "select claim_id from current_claims where holder = 'Tebo'")
    lookup = f"select speaker from claims where claim_id = '{claim['claim_id']}'"
    assert shown_by_client(left, lookup, "-readonly") == "Tebo"
    assert log_of(left).exists()


@pytest.mark.slow
def test_a_log_is_taken_in_once_it_has_grown(left: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_warehouse(left) as connection:
        connection.execute("set checkpoint_threshold = '1KB'")
        connection.execute(
            "insert into mention_keys select 'key', 'mention', 'document' from range(1000)"
        )
    assert not log_of(left).exists()
    load(left, says("Uma", "two", 2), name="run-3")
    assert log_of(left).exists()
    monkeypatch.undo()
    load(left, says("Vito", "one", 1), name="run-4")
    assert not log_of(left).exists()
    assert len(ask(left, "from current_claims")) == 4


@pytest.mark.slow
def test_the_copy_kept_of_an_older_file_holds_its_log(
    left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = (*sqlfiles.migrations(), Migration(9999, "later", "create table later (a integer)"))
    monkeypatch.setattr("warehouse.ledger.migrations", lambda: later)
    copy = migrate(left)
    assert copy is not None
    with duckdb.connect(str(copy), read_only=True) as old:
        assert old.execute("select count(*) from claims").fetchone() == (2,)


@pytest.mark.slow
def test_indexes_that_an_older_client_has_damaged_are_made_anew(left: Path) -> None:
    lookup = "select claim_id from claims where claim_id = '{}'"
    (claim,) = ask(left, "select claim_id from current_claims where holder = 'Tebo'")
    shown_by_client(left, "select 1")
    assert shown_by_client(left, lookup.format(claim["claim_id"]), "-readonly") == ""
    with pytest.raises(WarehouseOlderError, match="another program"), opened(left, True):
        pass
    assert migrate(left) is None
    assert ask(left, lookup.format(claim["claim_id"])) == [claim]
    load(left, says("Uma", "two", 2), name="run-3")
    assert len(ask(left, "from current_claims")) == 3


def test_other_files_are_refused_untouched(tmp_path: Path) -> None:
    text, database = tmp_path / "text", tmp_path / "other.duckdb"
    text.write_bytes(b"no database" * 1000)
    with duckdb.connect(str(database)) as connection:
        connection.execute("create table mine (a integer)")
    for path in (text, database):
        before = path.read_bytes()
        with pytest.raises(NotAWarehouseError, match=path.name):
            migrate(path)
        assert path.read_bytes() == before


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(WarehouseMissingError, match="none"), opened(tmp_path / "none", True):
        pass
    with pytest.raises(WarehouseMissingError, match="nowhere"):
        migrate(tmp_path / "nowhere" / "w.duckdb")


def test_a_copy_never_overwrites_a_copy(path: Path) -> None:
    copies = {ledger.back_up(path, 1), ledger.back_up(path, 1)}
    assert len(copies) == 2
    assert connect.STORAGE_VERSION == "v1.4.0"


def test_an_sqlite_file_is_refused_without_fetching_anything(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("create table t (a)")
    with (
        pytest.raises(NotAWarehouseError, match="cannot be opened"),
        open_warehouse(path, read_only=True),
    ):
        pass
