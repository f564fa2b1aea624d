"""What a killed process left half-made goes, and nothing else; what was made meanwhile stays."""

import os
import subprocess
import sys

import pytest

from warehouse import open_warehouse
from warehouse.atomic_files import draft_beside
from warehouse.connect import create


@pytest.fixture
def dead():
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_drafts_of_killed_processes_are_removed(tmp_path, dead):
    (tmp_path / f".report.{dead}.new").mkdir()
    (tmp_path / f".report.{dead}.new" / "index.html").write_text("half")
    (tmp_path / f".report.{dead}.new.wal").write_text("half")
    stay = [".report.1.new", f".report.{os.getpid()}.new", f".other.{dead}.new", ".report.x.new"]
    for name in stay:
        (tmp_path / name).write_text("")
    assert draft_beside(tmp_path / "report").name == f".report.{os.getpid()}.new"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(stay)


def test_a_warehouse_that_another_run_has_made_meanwhile_stays(tmp_path):
    path = tmp_path / "test.duckdb"
    create(path)
    with open_warehouse(path) as connection:
        connection.execute("insert into victim_groups values ('others', now()::timestamp)")
    create(path)
    with open_warehouse(path, read_only=True) as connection:
        assert connection.execute("select count(*) from victim_groups").fetchall() == [(1,)]
    assert [each.name for each in tmp_path.iterdir()] == ["test.duckdb"]
