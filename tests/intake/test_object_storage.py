"""Inputs in storage that fsspec knows; its memory stands for the others."""

import io
from collections.abc import Iterator

import fsspec
import pytest

from intake import TerminalError, TransientError, pages, read_pages
from intake.reading import remote
from tests.intake.reading import read


@pytest.fixture
def bucket() -> Iterator[str]:
    memory = fsspec.filesystem("memory")
    memory.pipe("/bucket/a.txt", b"One man was hurt on Monday.")
    memory.pipe("/bucket/deep/b.jsonl", b'{"text": "two"}\nbroken\xff')
    memory.pipe("/bucket/picture.png", b"\x89PNG")
    yield "memory://bucket"
    memory.rm("/bucket", recursive=True)


def test_folders_patterns_and_objects(bucket: str) -> None:
    for given, names in (
        (bucket, ["a.txt", "deep/b.jsonl#1"]),
        (f"{bucket}/*.txt", ["a.txt"]),
        (f"{bucket}/deep/b.jsonl", ["deep/b.jsonl#1"]),
    ):
        pages, _ = read(given)
        found = [page.address for page in pages if "broken" not in page.content]
        assert [address.partition("bucket/")[2] for address in found] == names


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("memory://bucket/none.txt", "missing"),
        ("memory://bucket/*.csv", "no_match"),
        ("memory://bucket/picture.png", "binary"),
        ("nosuchstore://x/y.txt", "storage_refused"),
    ],
)
def test_what_cannot_be_read_is_told(given: str, reason: str, bucket: str) -> None:
    pages, (rejection,) = read(given)
    assert not pages
    assert rejection.reason == reason
    assert rejection.input.endswith(given.partition("://")[2])


def test_storage_that_fails_may_be_asked_again(
    bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> None:
        raise OSError("connection reset")

    monkeypatch.setattr(remote, "_find", fail)
    with pytest.raises(TransientError):
        list(read_pages([bucket], raise_transient=True))
    assert [rejection.reason for rejection in read(bucket)[1]] == ["storage_failed"]


class Vanished(io.RawIOBase):
    """An object that a listing names and that is gone when it is read."""

    def readable(self) -> bool:
        return True

    def readinto(self, _: object) -> int:
        raise FileNotFoundError("NoSuchKey")


def test_an_object_that_is_gone_costs_no_other(
    bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = pages.open_object
    monkeypatch.setattr(
        pages,
        "open_object",
        lambda address: Vanished() if address.endswith("a.txt") else opened(address),
    )
    found, rejections = read(bucket)
    assert [page.address.rpartition("/")[2] for page in found] == ["b.jsonl#1", "b.jsonl#2"]
    assert [(each.reason, each.input.rpartition("/")[2]) for each in rejections] == [
        ("missing", "a.txt")
    ]


def test_an_object_that_fails_for_now_costs_no_other(
    bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = pages.open_object

    def fail(address: str) -> object:
        if address.endswith("a.txt"):
            raise TransientError("storage_failed", "Try later.")
        return opened(address)

    monkeypatch.setattr(pages, "open_object", fail)
    found, rejections = read(bucket)
    assert [page.address.rpartition("/")[2] for page in found] == ["b.jsonl#1", "b.jsonl#2"]
    assert [(each.reason, each.input.rpartition("/")[2]) for each in rejections] == [
        ("storage_failed", "a.txt")
    ]


def test_what_storage_tells_of_an_object_it_does_not_have(bucket: str) -> None:
    assert remote.object_info(f"{bucket}/a.txt")["size"] == 27
    with pytest.raises(TerminalError):
        remote.object_info(f"{bucket}/none.txt")
