"""JSON lines and CSV: their texts unchanged, one at a time."""

import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake import read_pages
from schemas import DatePrecision, Page
from schemas.base import fingerprint
from tests.intake.reading import SMALL, parted, read, take

TEXT = "\ufeffLine one:\r\nten hurt.\r\n\tAt “noon”.\u2028 end "


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_text_of_a_row_is_unchanged(line_end: str, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    row = {"text": TEXT, "title": "Noon", "outlet": "Bay Post", "url": "https://bay.example/1"}
    path.write_bytes(b"\xef\xbb\xbf" + (json.dumps(row) + line_end * 2).encode())
    ((document,), rejections) = take(path)
    assert not rejections
    assert document.text == TEXT
    assert document.document_id == fingerprint(TEXT)
    assert document.page_start is None
    assert (document.title, document.outlet, document.url) == (
        "Noon",
        "Bay Post",
        "https://bay.example/1",
    )


def test_addresses_name_the_row(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('\n{"text": "a"}\n\n{"text": "b"}', "utf-8")
    pages, _ = read(path)
    assert [page.address for page in pages] == [f"{path}#2", f"{path}#4"]


def test_rows_keep_their_own_identifier(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "a", "document_id": "x-1"}\n{"text": "a", "document_id": 7}', "utf-8")
    assert [document.document_id for document in take(path)[0]] == ["x-1", "7"]


@pytest.mark.parametrize(
    ("written", "moment", "precision"),
    [
        ("2009-07-29", datetime(2009, 7, 29, tzinfo=UTC), DatePrecision.DAY),
        ("2009-07", datetime(2009, 7, 1, tzinfo=UTC), DatePrecision.MONTH),
        ("2009", datetime(2009, 1, 1, tzinfo=UTC), DatePrecision.YEAR),
        ("2009-07-29T23:30:00-02:00", datetime(2009, 7, 30, 1, 30, tzinfo=UTC), "minute"),
        ("Wed, 29 Jul 2009 12:00:00 GMT", datetime(2009, 7, 29, 12, tzinfo=UTC), "minute"),
        ("29 July 2009", datetime(2009, 7, 29, tzinfo=UTC), DatePrecision.DAY),
    ],
)
def test_dates_with_their_precision(
    written: str, moment: datetime, precision: str, tmp_path: Path
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"text": "a", "published": written}), "utf-8")
    ((document,), _) = take(path)
    assert (document.published, document.published_precision) == (moment, precision)


@pytest.mark.parametrize(
    "written",
    ["soon", "2009-02-31", "31.31.2009", "9" * 50, [1], True, "0001-01-01", "9999-12-31", "0001"],
)
def test_bad_date_is_left_out_with_a_note(written: object, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"text": "a", "published": written}), "utf-8")
    ((document,), (note,)) = take(path)
    assert document.published is None
    assert note.reason in {"bad_date", "bad_field"}
    assert "'published'" in note.message or "date of publication" in note.message


def test_row_that_tells_nothing_is_described_by_its_text(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    text = "Dam breaks in the hills\n\nQUITO, 3 May 99 (EFE) -- A dam broke on Sunday."
    path.write_text(json.dumps({"text": text, "title": None, "outlet": "None"}), "utf-8")
    ((document,), _) = take(path)
    assert (document.title, document.agency) == ("Dam breaks in the hills", "EFE")
    assert document.published == datetime(1999, 5, 3, tzinfo=UTC)
    assert document.outlet is None


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_with_quotes_and_newlines(delimiter: str, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    rows = [["Title", "TEXT", "published"], ["a", '"He said:\r\n""four dead"""', "2011-04-08"]]
    lines = "\r\n".join(delimiter.join(row) for row in rows)
    path.write_bytes(b"\xef\xbb\xbf" + lines.encode())
    ((document,), rejections) = take(path)
    assert not rejections
    assert document.text == 'He said:\r\n"four dead"'
    assert document.title == "a"


def test_table_in_utf_16(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes("title,text\nx,Ödön counted 40 dead\n".encode("utf-16"))
    ((document,), _) = take(path)
    assert document.text == "Ödön counted 40 dead"


def test_rows_come_one_at_a_time() -> None:
    asked: list[int] = []

    class Endless(io.RawIOBase):
        def read(self, size: int = -1, /) -> bytes:
            asked.append(size)
            return b'{"text": "one more"}\n' * 100

    stdin = type("Stdin", (), {"buffer": Endless()})()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", stdin)
        pages = read_pages(["-"], SMALL)
        first = next(pages)
    assert isinstance(first, Page)
    assert first.address == "-#1"
    assert len(asked) < 200


def test_standard_input_is_told_by_its_content() -> None:
    for content, media_type in (
        (b"Plain words.", "text/plain"),
        (b"<!DOCTYPE html><html><p>Words.</p></html>", "text/html"),
        (b'<?xml version="1.0"?><rss version="2.0"></rss>', "application/xml"),
        (b'{"text": "words"}', "application/json"),
    ):
        stdin = type("Stdin", (), {"buffer": io.BytesIO(content)})()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", stdin)
            (page,), _ = parted(read_pages(["-"]))
        assert page.media_type == media_type
