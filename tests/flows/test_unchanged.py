"""A run over pages that were all read before is spared; anything else is not."""

import os
import shutil
import time

import fsspec
import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.inputs import in_batches
from flows.object_versions import ObjectVersions
from flows.pool import BatchPool
from flows.runs import record_run, start_run
from flows.settings import Settings
from flows.staging import extract_staged, load_staged
from flows.summary import Counts, RunSummary
from flows.unchanged import find_unchanged
from intake.pages import read_pages
from tests.flows.conftest import GOOD
from warehouse import open_warehouse


def reported(settings, *inputs):
    """Load some files as a run does, and leave a report."""
    run = start_run("run", inputs)
    (batch,) = in_batches(read_pages(inputs), settings)
    with BatchPool(1) as pool:
        staged = extract_staged(batch, pool, settings.staged, run.extractor)
    added = load_staged(settings.database, run, [staged])
    settings.report.mkdir(exist_ok=True)
    (settings.report / "index.html").write_text("a report")
    summary = RunSummary(
        run_id=run.run_id, database=settings.database, read=staged.counts, added=added, seconds=1
    )
    record_run(run, summary, settings, ())


def kept_of(folder):
    """Where a copy of a folder is kept."""
    return folder.with_name("kept")


@pytest.fixture(scope="module")
def loaded(empty_warehouse, tmp_path_factory):
    """A folder with two texts, the warehouse that they were loaded into, and its report."""
    folder = tmp_path_factory.mktemp("loaded")
    shutil.copyfile(empty_warehouse, folder / "test.duckdb")
    (folder / "good.txt").write_text(GOOD)
    (folder / "empty.txt").touch()
    inputs = (str(folder / "good.txt"), str(folder / "empty.txt"))
    reported(Settings(database=folder / "test.duckdb"), *inputs)
    shutil.copytree(folder, kept_of(folder))
    return folder


@pytest.fixture
def folder(loaded):
    """The same folder, as good as new: pages are known by their addresses, so it cannot move."""
    yield loaded
    shutil.rmtree(loaded)
    shutil.copytree(kept_of(loaded), loaded)


@pytest.fixture
def settings(folder):
    return Settings(database=folder / "test.duckdb")


@pytest.fixture
def fresh(tmp_path):
    """Settings of a warehouse into which nothing was loaded."""
    return Settings(database=tmp_path / "test.duckdb")


@pytest.fixture
def good(folder):
    return folder / "good.txt"


@pytest.fixture
def read(folder):
    return str(folder / "good.txt"), str(folder / "empty.txt")


def test_what_was_read_before_is_told_without_a_run(settings, read):
    found = find_unchanged(read, settings)
    assert found is not None
    assert found.read == Counts(pages=1, documents=1, claims=1, rejections=1)
    assert found.added == Counts()
    assert found.report == settings.report / "index.html"


def test_a_first_run_is_one(fresh, good):
    assert find_unchanged([str(good)], fresh) is None


def test_a_new_page_takes_a_run(settings, read, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Police said four people were killed.")
    assert find_unchanged((*read, str(other)), settings) is None


def test_a_changed_page_takes_a_run(settings, read, good):
    good.write_text("Police said ten people were killed.")
    assert find_unchanged(read, settings) is None


@pytest.mark.parametrize("given", ["-", "https://news.example/report.html"])
def test_what_cannot_be_read_twice_takes_a_run(settings, read, given):
    assert find_unchanged((*read, given), settings) is None


def test_objects_that_are_the_same_are_not_read(fresh, monkeypatch):
    bucket, files = "memory://unchanged", fsspec.filesystem("memory")
    files.pipe("/unchanged/a.txt", b"Police said four people were killed.")
    files.pipe("/unchanged/b.txt", b"\x89PNG\x00")
    reported(fresh, bucket)
    assert find_unchanged([bucket], fresh) is None, "of which no version was noted"
    versions = ObjectVersions(fresh.object_notes, frozenset)
    assert len(list(versions.read(bucket))) == 2
    versions.settle()
    with monkeypatch.context() as patch:
        patch.setattr("intake.pages.open_object", pytest.fail)
        found = find_unchanged([bucket], fresh)
    assert found is not None
    assert found.read == Counts(pages=1, documents=1, claims=1, rejections=1)
    files.pipe("/unchanged/a.txt", b"Police said five people were killed.")
    assert find_unchanged([bucket], fresh) is None
    files.rm("/unchanged", recursive=True)
    assert find_unchanged([bucket], fresh) is None, "of which the run tells what is wrong"


def test_a_missing_report_takes_a_run(settings, read):
    (settings.report / "index.html").unlink()
    assert find_unchanged(read, settings) is None


def test_a_report_older_than_the_last_run_takes_a_run(settings, read):
    hour_ago = time.time() - 3600
    os.utime(settings.report / "index.html", (hour_ago, hour_ago))
    assert find_unchanged(read, settings) is None


def test_a_run_that_did_not_end_takes_a_run(settings, read):
    with open_warehouse(settings.database) as connection:
        connection.execute("delete from run_stages")
    assert find_unchanged(read, settings) is None


def test_another_extractor_takes_a_run(settings, read, monkeypatch):
    monkeypatch.setattr("flows.unchanged.EXTRACTOR_VERSION", "9.9.9")
    assert find_unchanged(read, settings) is None


def test_a_document_on_which_the_extractor_failed_is_tried_again(fresh, good, monkeypatch):
    def fail(*_):
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr("extractors.extract_batch", fail)
        reported(fresh, str(good))
    assert find_unchanged([str(good)], fresh) is None


def test_it_is_told_at_the_terminal_unless_quiet_is_asked(settings, read):
    given = ["run", *read, "--db", str(settings.database)]
    told = CliRunner().invoke(app, given)
    assert told.exit_code == 0
    assert f"Nothing new for {settings.database}" in told.stdout
    assert told.stderr == f"Reading {', '.join(read)}\n"
    assert CliRunner().invoke(app, [*given, "--quiet"]).output == ""
    assert CliRunner().invoke(app, [*given, "--quiet", "--strict"]).exit_code == 1
