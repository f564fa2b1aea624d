"""Staged batches belong to their run, are made again where damaged, and are all that is deleted."""

import json
import shutil
from pathlib import Path

import pytest

from flows import staging
from flows.runs import start_run
from flows.staging import (
    MANIFEST,
    batch_folder,
    clear_staged,
    load_staged,
    stage_batch,
    waiting_batches,
)
from flows.staging_owner import run_staging
from intake import read_pages


class Work:
    """A run that stages the batches of some files and may load them."""

    def __init__(self, folder, shared=None):
        self.database = folder / "test.duckdb"
        self.staging = str(shared or folder / "staging")
        self.run = start_run("run", ())

    def __enter__(self):
        self._held = run_staging(self.staging, self.run.run_id)
        self.own = self._held.__enter__()
        return self

    def __exit__(self, *error):
        self._held.__exit__(*error)

    def stage(self, *paths):
        items = list(read_pages([str(path) for path in paths]))
        self.batches = [stage_batch(items, batch_folder(items, self.own, "test"), "test")]
        return self.batches[0]

    def load(self):
        added = load_staged(self.database, self.run, self.batches)
        clear_staged(self.own, self.batches)
        return added.claims


@pytest.fixture
def counted(monkeypatch):
    """How often a batch was extracted, not taken over."""
    made = []
    original = staging.extract_batch
    monkeypatch.setattr(staging, "extract_batch", lambda items: made.append(1) or original(items))
    return made


@pytest.fixture
def left(tmp_path, good):
    """What a run left that was killed before its load."""
    with Work(tmp_path) as killed:
        killed.stage(good)
    return Path(killed.own)


def parts(folder):
    return sorted(folder.glob("*/*.parquet"))


def test_what_a_killed_run_left_is_taken_over_and_removed(tmp_path, good, left, counted):
    with Work(tmp_path) as work:
        work.stage(good)
        assert counted == []
        assert work.load() == 1
    assert not (tmp_path / "staging").exists()


@pytest.mark.parametrize("damage", ["truncated", "missing", "altered", "manifest", "unreadable"])
def test_a_damaged_batch_is_made_again(tmp_path, good, left, counted, damage):
    part = parts(left)[0]
    if damage == "truncated":
        part.write_bytes(part.read_bytes()[:-20])
    elif damage == "missing":
        part.unlink()
    elif damage == "altered":
        part.write_bytes(part.read_bytes()[:-1] + b"?")
    elif damage == "manifest":
        next(left.glob(f"*/{MANIFEST}")).write_text('{"attempt": 1')
    else:
        part.unlink()
        part.mkdir()
    with Work(tmp_path) as work:
        work.stage(good)
        assert counted == [1]
        assert work.load() == 1
    assert not (tmp_path / "staging").exists()


def test_a_project_that_moved_goes_on(tmp_path, good, counted):
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    with Work(before) as killed:
        killed.stage(good)
    before.rename(after)
    counted.clear()
    with Work(after) as work:
        work.stage(good)
        assert counted == []
        assert work.load() == 1
    assert not before.exists()
    assert not (after / "staging").exists()


def test_nothing_is_deleted_where_a_staged_file_points(tmp_path, good, left):
    elsewhere = tmp_path / "elsewhere"
    manifest = next(left.glob(f"*/{MANIFEST}"))
    shutil.copytree(manifest.parent, elsewhere)
    (elsewhere / "precious.txt").write_text("mine")
    told = json.loads(manifest.read_text())
    manifest.write_text(json.dumps({**told, "folder": str(elsewhere)}))
    with Work(tmp_path) as work:
        work.stage(good)
        assert work.load() == 1
    assert (elsewhere / "precious.txt").read_text() == "mine"


def test_nothing_else_in_the_staging_folder_is_deleted(tmp_path, good):
    own = tmp_path / "staging" / "notes" / "0123456789abcdef"
    own.mkdir(parents=True)
    (own / "precious.txt").write_text("mine")
    link = tmp_path / "staging" / "20210303T120000-abcdef"
    link.symlink_to(own.parent)
    with Work(tmp_path) as work:
        work.stage(good)
        assert work.load() == 1
    assert (own / "precious.txt").read_text() == "mine"


def test_two_runs_at_once_on_the_same_pages(tmp_path, good, counted):
    with Work(tmp_path) as first, Work(tmp_path) as second:
        first.stage(good)
        second.stage(good)
        assert counted == [1]
        assert first.load() == 1
        assert second.load() == 0
    assert not (tmp_path / "staging").exists()


def test_of_two_runs_at_once_the_one_that_took_over_may_be_first(tmp_path, good):
    with Work(tmp_path) as first, Work(tmp_path) as second:
        first.stage(good)
        second.stage(good)
        assert second.load() == 1
        assert first.load() == 0
    assert not (tmp_path / "staging").exists()


def test_unfinished_batches_of_a_killed_run_are_removed(tmp_path, good, left):
    next(left.glob(f"*/{MANIFEST}")).unlink()
    other = tmp_path / "other.txt"
    other.write_text("Police said four people were killed.\n")
    with Work(tmp_path) as work:
        work.stage(other)
        assert work.load() == 1
    assert not (tmp_path / "staging").exists()


def test_a_killed_runs_other_batches_wait(tmp_path, good, left):
    other = tmp_path / "other.txt"
    other.write_text("Police said four people were killed.\n")
    with Work(tmp_path) as work:
        work.stage(other)
        assert work.load() == 1
        ((waits, _),) = waiting_batches(work.staging)
    assert waits.counts.claims == 1
    assert Path(waits.folder).parent == left


def test_runs_share_object_storage(tmp_path, good, counted):
    shared = f"memory://{tmp_path.name}"
    with Work(tmp_path, shared) as first, Work(tmp_path, shared) as second:
        first.stage(good)
        second.stage(good)
        assert counted == [1]
        assert second.load() == 1
        assert first.load() == 0
        assert list(waiting_batches(shared)) == []
