"""Backups are whole, and a restore loses nothing."""

import subprocess
import sys

import pytest

from flows.backup import back_up, restore
from flows.runs import start_run
from flows.staging import load_staged
from warehouse import (
    NotAWarehouseError,
    WarehouseLockedError,
    WarehouseMissingError,
    open_warehouse,
)
from warehouse.write_ahead_log import log_of

pytestmark = pytest.mark.slow


def runs(database):
    with open_warehouse(database, read_only=True) as connection:
        return connection.execute("select count(*) from runs").fetchone()[0]


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "test.duckdb"
    load_staged(path, start_run("run", ()), [])
    return path


def test_a_restore_brings_back_the_backup_and_keeps_what_was_there(database, tmp_path):
    backup = back_up(database, tmp_path / "backup.duckdb")
    load_staged(database, start_run("run", ()), [])
    kept = restore(backup, database)
    assert (runs(database), runs(kept)) == (1, 2)


def test_what_is_no_warehouse_is_not_put_in_its_place(database, tmp_path):
    other = tmp_path / "other.duckdb"
    other.write_text("no database")
    with pytest.raises(NotAWarehouseError):
        restore(other, database)
    assert runs(database) == 1


def test_there_must_be_something_to_copy(tmp_path):
    with pytest.raises(WarehouseMissingError):
        back_up(tmp_path / "nowhere.duckdb", tmp_path / "backup.duckdb")


def test_a_warehouse_that_is_being_written_to_is_not_copied(database, tmp_path):
    with open_warehouse(database), pytest.raises(WarehouseLockedError):
        back_up(database, tmp_path / "backup.duckdb")
    assert not (tmp_path / "backup.duckdb").exists()


def test_what_stands_in_the_log_of_a_large_file_is_in_the_backup(database, tmp_path, monkeypatch):
    monkeypatch.setattr("warehouse.write_ahead_log.LARGE", 0)
    load_staged(database, start_run("run", ()), [])
    assert log_of(database).exists()
    backup = back_up(database, tmp_path / "backup.duckdb")
    assert (runs(backup), log_of(backup).exists()) == (2, False)


KILLED = """
import os, sys
from pathlib import Path
from warehouse import open_warehouse

with open_warehouse(Path(sys.argv[1])) as connection:
    connection.execute("pragma disable_checkpoint_on_shutdown")
    connection.execute("delete from runs")
    os._exit(9)
"""


def test_what_a_killed_process_left_in_its_log_is_in_the_backup(database, tmp_path):
    subprocess.run([sys.executable, "-c", KILLED, str(database)], check=False)
    assert database.with_name("test.duckdb.wal").exists()
    assert runs(back_up(database, tmp_path / "backup.duckdb")) == 0
    assert runs(restore(tmp_path / "backup.duckdb", database)) == 0
    assert not database.with_name("test.duckdb.wal").exists()
