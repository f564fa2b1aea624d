"""What machines do: a full disk, a lock left behind, a clock that jumps, a file of tomorrow."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from flows.extraction import extract_batch
from flows.runs import start_run
from flows.staging import (
    MANIFEST,
    batch_folder,
    load_staged,
    stage_batch,
    staging_folder,
)
from intake import read_pages
from schemas.base import fingerprint
from tests.flows.content import content
from warehouse import WarehouseLockedError, WarehouseNewerError, open_warehouse

ROOM = 60_000
"""Bytes that a file may have where the disk is full: enough for a batch, too few for a load."""
FULL = """
import resource, signal, sys
from pathlib import Path
from flows.runs import start_run
from flows.staging import batch_folder, load_staged, stage_batch, staging_folder
from intake import read_pages

database, text, room = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
items = list(read_pages([text]))
folder = batch_folder(items, staging_folder(database), "test")
made = stage_batch(items, folder, "test")
load_staged(database, start_run("run", (text,)), [made])
"""


def loaded(database, *paths):
    """A warehouse with the claims of some files."""
    items = list(read_pages([str(path) for path in paths]))
    folder = batch_folder(items, staging_folder(database), "test")
    made = stage_batch(items, folder, "test")
    return load_staged(database, start_run("run", ()), [made])


def runs_out(database, text, room):
    """Load where no file may grow beyond some bytes, as on a full disk."""
    command = [sys.executable, "-c", FULL, str(database), str(text), str(room)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.parametrize(
    "room",
    [300, ROOM],
    ids=["no room to extract", "no room to load"],
)
def test_a_full_disk_stops_the_run_and_the_next_one_heals(good, tmp_path, room):
    database, other = tmp_path / "test.duckdb", tmp_path / "other.duckdb"
    # The index of places is made once a machine; a disk that is full from the first has none.
    undisturbed = loaded(other, good)
    done = runs_out(database, good, room)
    assert done.returncode != 0
    assert ("could not" if room == ROOM else "Error") in done.stderr
    assert "cannot rollback" not in done.stderr
    made = list((tmp_path / ".test.duckdb.staging").glob(f"**/{MANIFEST}"))
    assert len(made) == (1 if room == ROOM else 0)
    assert loaded(database, good) == undisturbed
    assert content(database) == content(other)


def test_no_document_is_blamed_for_a_full_disk(good, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("extractors.extract_batch", full)
    with pytest.raises(OSError, match="No space left"):
        extract_batch(list(read_pages([str(good)])))


@pytest.mark.slow
def test_a_full_disk_leaves_what_was_loaded_before(good, tmp_path):
    database = tmp_path / "test.duckdb"
    loaded(database, good)
    before = content(database)
    more = tmp_path / "more.jsonl"
    row = '{"text": "Police said %d people were killed. %s"}\n'
    more.write_text("".join(row % (n, fingerprint(n) * 200) for n in range(400)))
    done = runs_out(database, more, 5 * ROOM)
    assert done.returncode != 0
    assert content(database) == before
    assert loaded(database, more).documents == 400


HOLDER = """
import sys, time
from pathlib import Path
from warehouse import open_warehouse

with open_warehouse(Path(sys.argv[1])) as connection:
    connection.execute("insert into victim_groups values ('half done', now()::timestamp)")
    connection.begin()
    connection.execute("delete from claims")
    print("held", flush=True)
    time.sleep(600)
"""


def test_a_lock_ends_with_its_holder_and_what_it_had_begun(good, tmp_path):
    database = tmp_path / "test.duckdb"
    loaded(database, good)
    claims = content(database)["claims"]
    command = [sys.executable, "-c", HOLDER, str(database)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(WarehouseLockedError):
            loaded(database, good)
        holder.kill()
    assert loaded(database, good).claims == 0
    assert content(database)["claims"] == claims


@pytest.mark.slow
def test_a_clock_that_jumps_back_loses_nothing(good, tmp_path, monkeypatch):
    database = tmp_path / "test.duckdb"
    loaded(database, good)
    other = tmp_path / "other.txt"
    other.write_text("Police in Verado said eleven people were killed.\n")
    back = datetime.now(UTC) - timedelta(days=400)

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return back

    for module in ("flows.runs", "intake.content", "intake.rejections", "warehouse.load"):
        monkeypatch.setattr(f"{module}.datetime", Clock)
    assert loaded(database, good, other).claims == 1
    assert loaded(database, good, other).claims == 0
    monkeypatch.undo()
    assert loaded(database, good, other).claims == 0
    found = content(database)
    assert (len(found["claims"]), len(found["documents"])) == (2, 2)


def test_a_file_of_a_newer_release_is_not_touched(good, tmp_path):
    database = tmp_path / "test.duckdb"
    loaded(database, good)
    with open_warehouse(database) as connection:
        connection.execute("insert into migrations values (9999, 'tomorrow', '', now()::timestamp)")
    before = database.read_bytes()
    with pytest.raises(WarehouseNewerError, match="update tollcheck"):
        loaded(database, good)
    assert database.read_bytes() == before
    assert not database.with_name("test.duckdb.wal").exists()
