"""Objects in storage are read again only when they are new or changed, or the reader is."""

import fsspec
import pytest

from flows.inputs import is_file, size_of
from flows.object_versions import ObjectVersions, version_of
from flows.partitions import objects_of
from flows.pipeline import visit_inputs
from intake import pages
from intake.reading import remote
from schemas import Page

ADDRESS = "memory://bucket/watched"


@pytest.fixture
def bucket():
    files = fsspec.filesystem("memory")
    for name in ("a.txt", "b.txt"):
        files.pipe(f"/bucket/watched/{name}", b"Two people died.")
    yield files
    files.rm("/bucket/watched", recursive=True)


LOADED = set()
"""What the warehouse holds."""


@pytest.fixture(autouse=True)
def empty_warehouse():
    LOADED.clear()


def looked(folder, settle=True):
    versions = ObjectVersions(folder, lambda: frozenset(LOADED))
    items = list(versions.read(ADDRESS))
    if settle:
        versions.settle()
        LOADED.update(
            each.page_id if isinstance(each, Page) else each.rejection_id for each in items
        )
    return [
        each.address.rpartition("/")[2] if isinstance(each, Page) else each.reason for each in items
    ]


def failing(error, name="a.txt"):
    """Something that is asked of an object, and fails for one."""

    def ask(address):
        if address.endswith(name):
            raise remote.failed(error)
        return asked(address)

    asked = remote.open_object
    return ask


def test_only_what_changed_is_read_again(bucket, tmp_path):
    assert looked(tmp_path) == ["a.txt", "b.txt"]
    assert looked(tmp_path) == []
    bucket.pipe("/bucket/watched/b.txt", b"Three people died.")
    assert looked(tmp_path) == ["b.txt"]


def test_nothing_counts_before_it_is_loaded(bucket, tmp_path):
    assert looked(tmp_path, settle=False) == ["a.txt", "b.txt"]
    assert looked(tmp_path) == ["a.txt", "b.txt"]


def test_what_the_warehouse_does_not_hold_is_read_again(bucket, tmp_path):
    """Such as after a new extractor, or in a warehouse that was restored or made anew."""
    looked(tmp_path)
    LOADED.pop()
    assert len(looked(tmp_path)) == 1
    LOADED.clear()
    assert looked(tmp_path) == ["a.txt", "b.txt"]


def test_a_damaged_note_counts_as_none(bucket, tmp_path):
    looked(tmp_path)
    for note in tmp_path.rglob("*.json"):
        note.write_text('"16 from a former release"')
    assert looked(tmp_path) == ["a.txt", "b.txt"]


def test_an_object_of_which_nothing_is_told_is_always_read():
    assert version_of({"size": 3}) is None
    assert version_of({"size": 3, "ETag": '"x"'}) == '3 "x"'


def test_an_object_that_could_not_be_read_for_now_is_read_the_next_time(
    bucket, tmp_path, monkeypatch
):
    with monkeypatch.context() as patch:
        patch.setattr(pages, "open_object", failing(OSError("connection reset")))
        assert looked(tmp_path) == ["storage_failed", "b.txt"]
    assert looked(tmp_path) == ["a.txt"]
    assert looked(tmp_path) == []


def test_an_object_is_read_once_one_may(bucket, tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(pages, "open_object", failing(PermissionError("no")))
        assert looked(tmp_path) == ["not_permitted", "b.txt"]
    assert looked(tmp_path) == ["a.txt"]


def test_an_object_that_holds_no_text_is_refused_once(bucket, tmp_path):
    bucket.pipe("/bucket/watched/a.txt", b"\x89PNG\x00\x00")
    assert looked(tmp_path) == ["binary", "b.txt"]
    assert looked(tmp_path) == []


def test_an_object_that_vanished_after_it_was_listed_costs_no_other(bucket, tmp_path, monkeypatch):
    found = remote._find(ADDRESS)
    monkeypatch.setattr(remote, "_find", lambda _: iter([*listed, f"{ADDRESS}/gone.txt"]))
    listed = list(found)
    assert looked(tmp_path) == ["a.txt", "b.txt", "missing"]
    sizes, (refused,) = objects_of(ADDRESS)
    assert {name.rpartition("/")[2]: size for name, size in sizes.items()} == {
        "a.txt": 16,
        "b.txt": 16,
    }
    assert (refused.reason, refused.input) == ("missing", f"{ADDRESS}/gone.txt")


def test_a_name_that_looks_like_a_pattern_is_a_name(bucket, tmp_path):
    bucket.pipe("/bucket/watched/c[1].txt", b"Four people died.")
    assert looked(tmp_path) == ["a.txt", "b.txt", "c[1].txt"]


def test_an_address_is_one_in_whatever_case_it_is_written(tmp_path):
    class Round:
        def read(self, address):
            yield address

    given = ["HTTPS://Gazette.example/fire"]
    assert list(visit_inputs(given, Round(), ObjectVersions(tmp_path, frozenset))) == given
    assert not is_file(given[0])


def test_the_size_of_objects_shows_only_on_reading(bucket):
    assert size_of([ADDRESS]) is None
