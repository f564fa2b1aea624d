"""Objects in storage are read again only when they are new or changed, or the reader is."""

import fsspec
import pytest

from flows.object_versions import ObjectVersions, version_of

ADDRESS = "memory://bucket/watched"


@pytest.fixture
def bucket():
    files = fsspec.filesystem("memory")
    for name in ("a.txt", "b.txt"):
        files.pipe(f"/bucket/watched/{name}", b"Two people died.")
    yield files
    files.rm("/bucket/watched", recursive=True)


def looked(folder, reader="1 a.duckdb", settle=True):
    versions = ObjectVersions(folder, reader)
    found = [each.rpartition("/")[2] for each in versions.changed(ADDRESS)]
    if settle:
        versions.settle()
    return found


def test_only_what_changed_is_read_again(bucket, tmp_path):
    assert looked(tmp_path) == ["a.txt", "b.txt"]
    assert looked(tmp_path) == []
    bucket.pipe("/bucket/watched/b.txt", b"Three people died.")
    assert looked(tmp_path) == ["b.txt"]


def test_nothing_counts_before_it_is_loaded(bucket, tmp_path):
    assert looked(tmp_path, settle=False) == ["a.txt", "b.txt"]
    assert looked(tmp_path) == ["a.txt", "b.txt"]


def test_another_extractor_or_warehouse_reads_all(bucket, tmp_path):
    looked(tmp_path)
    assert looked(tmp_path, reader="2 a.duckdb") == ["a.txt", "b.txt"]


def test_an_object_of_which_nothing_is_told_is_always_read():
    assert version_of({"size": 3}) is None
    assert version_of({"size": 3, "ETag": '"x"'}) == '3 "x"'
