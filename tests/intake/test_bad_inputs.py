"""What cannot be read is refused by name with its reason, and costs the others nothing."""

import gzip
import os
from pathlib import Path

import pytest

from schemas import Rejection
from tests.intake.reading import SMALL, read, take

GOOD = "Two drivers died on the pass road on Tuesday, the police said.\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, "utf-8")
    return path


def only(rejections: list[Rejection]) -> Rejection:
    assert len(rejections) == 1
    assert rejections[0].message.endswith(".")
    return rejections[0]


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\r\n\t", "empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
    "nul.txt": (b"ten dead\0\0\0", "binary"),
    "large.txt": (b"x" * 50_001, "too_large"),
    "noise.txt": (b"\x81\x8d\x8f\x90\x9d" * 9, "undecodable"),
    "cut.txt.gz": (gzip.compress(GOOD.encode() * 99)[:60], "broken_gzip"),
    "flipped.txt.gz": (gzip.compress(GOOD.encode())[:-6] + b"\xff" * 6, "broken_gzip"),
    "bomb.jsonl.gz": (gzip.compress(b"\n" * 8_000_000), "gzip_bomb"),
    "headless.csv": (b"a,b\n1,2\n", "missing_column"),
    "old_line_ends.csv": (b"title,text\ra,b\rc,d\r", "bad_header"),
    "data.parquet.txt": (b"PK\x03\x04 zipped", "binary"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file_among_good_ones(name: str, good: Path) -> None:
    content, reason = BAD[name]
    bad = good.with_name(name)
    bad.write_bytes(content)
    documents, rejections = take(bad, good)
    assert [document.text for document in documents] == [GOOD]
    rejection = only(rejections)
    assert (rejection.reason, rejection.input) == (reason, str(bad))


def test_missing_path(good: Path) -> None:
    pages, rejections = read(good.with_name("nowhere.txt"), good)
    assert len(pages) == 1
    assert only(rejections).reason == "missing"


def test_pattern_that_fits_nothing(good: Path) -> None:
    assert only(read(good.with_name("*.html"))[1]).reason == "no_match"


def test_path_with_a_nul_character(good: Path) -> None:
    pages, rejections = read("a\0b", good)
    assert len(pages) == 1
    assert only(rejections).reason == "unreadable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_unreadable_file(good: Path) -> None:
    bad = good.with_name("secret.txt")
    bad.write_text(GOOD, "utf-8")
    bad.chmod(0)
    assert only(read(bad, good)[1]).reason == "not_permitted"


def test_file_that_may_not_be_opened(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    assert only(read(good)[1]).reason == "not_permitted"


def test_empty_folder_and_unknown_types_are_told(tmp_path: Path, good: Path) -> None:
    (tmp_path / "void").mkdir()
    (tmp_path / "notes.odt").write_bytes(b"x")
    (tmp_path / ".hidden.txt").write_text("x", "utf-8")
    pages, rejections = read(tmp_path / "void", tmp_path)
    assert [page.address for page in pages] == [str(good)]
    assert [rejection.reason for rejection in rejections] == ["empty_folder", "unknown_type"]


ROWS = [
    '{"text": "Four miners were hurt."}',
    "{broken",
    '["no object"]',
    '{"title": "no text"}',
    '{"text": "half a pair \\ud800"}',
    '{"text": "' + "x" * 30_000 + '"}',
    '{"text": "Nobody was hurt."}',
]


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz", "rows.ndjson"])
def test_bad_rows_among_good_ones(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    raw = "\n".join(ROWS).encode()
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    documents, rejections = take(path)
    assert [document.text for document in documents] == [
        "Four miners were hurt.",
        "Nobody was hurt.",
    ]
    found = {rejection.input.rpartition("#")[2]: rejection.reason for rejection in rejections}
    assert found == {
        "2": "bad_json",
        "3": "bad_row",
        "4": "no_text",
        "5": "not_unicode",
        "6": "line_too_long",
    }


def test_row_in_another_charset_keeps_the_others(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    latin = '{"text": "Die Polizei zählte fünf Tote in Öhringen, später größere Zahlen."}'
    path.write_bytes(b'{"text": "one"}\n' + latin.encode("cp1252") + b'\n{"text": "two"}\n')
    pages, rejections = read(path)
    assert not rejections
    assert [page.encoding for page in pages][::2] == ["utf-8", "utf-8"]
    assert "zählte fünf" in pages[1].content


def test_bad_csv_rows_among_good_ones(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(
        "title,text\na,first\nb,two,many\nc\nd,\ne,last\n",
        "utf-8",
    )
    documents, rejections = take(path)
    assert [document.text for document in documents] == ["first", "last"]
    assert {rejection.input.rpartition("#")[2]: rejection.reason for rejection in rejections} == {
        "3": "bad_row",
        "4": "bad_row",
        "5": "no_text",
    }


def test_quote_that_never_closes_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    lines = "".join(f"row {number},some text of some length\n" for number in range(2_000))
    path.write_text('title,text\na,first\nb,"open\n' + lines, "utf-8")
    documents, rejections = take(path)
    assert documents[0].text == "first"
    assert "bad_row" in {rejection.reason for rejection in rejections}
    assert all(len(document.text) < SMALL.row_bytes for document in documents)


def test_rejection_quotes_are_safe_to_store(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "\\ud800", "x": "\x1b[31m' + b"y" * 2_000 + b'"}\n')
    rejection = only(take(path)[1])
    assert len(rejection.excerpt) <= 500
    assert "\x1b" not in rejection.excerpt
