"""WARC files: pages out of them, past records that are damaged."""

import gzip
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from intake.archives.responses import read_responses
from intake.archives.unpacking import warc_bytes
from intake.archives.warc_records import split_records
from intake.limits import Limits
from intake.rejections import TerminalError
from tests.intake.reading import SMALL, read

LIMITS = Limits(page_bytes=5_000)


def text(number: int) -> str:
    return f"Report {number}\n\n{number} people were hurt at the quay, the harbour master said.\n"


def record(
    number: int,
    *,
    packed: bool = True,
    kind: str = "response",
    media_type: str = "text/plain; charset=utf-8",
    status: str = "200 OK",
    body: bytes | None = None,
    encoding: str | None = None,
) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    headers = [("Content-Type", media_type)]
    if encoding:
        headers.append(("Content-Encoding", encoding))
    http = StatusAndHeaders(status, headers, protocol="HTTP/1.1") if kind == "response" else None
    payload = io.BytesIO(text(number).encode() if body is None else body)
    writer.write_record(
        writer.create_warc_record(
            f"https://news.example/{number}",
            kind,
            payload=payload,
            http_headers=http,
            warc_content_type=media_type if http is None else "",
            warc_headers_dict={"WARC-Date": "2016-02-03T04:05:06Z"},
        )
    )
    return stream.getvalue()


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.warc"])
def test_pages_of_an_archive(name: str, tmp_path: Path) -> None:
    packed = name.endswith(".gz")
    path = tmp_path / name
    path.write_bytes(
        record(1, packed=packed)
        + record(2, packed=packed, kind="metadata")
        + record(3, packed=packed, media_type="image/png", body=b"\x89PNG")
        + record(4, packed=packed, status="404 Not Found")
        + record(5, packed=packed, body=gzip.compress(text(5).encode()), encoding="gzip")
        + record(6, packed=packed, kind="conversion", media_type="text/plain")
    )
    pages, rejections = read(path)
    assert not rejections
    assert [page.content for page in pages] == [text(1), text(5), text(6)]
    assert [page.address for page in pages] == [f"https://news.example/{n}" for n in (1, 5, 6)]
    assert {page.fetched.isoformat() for page in pages} == {"2016-02-03T04:05:06+00:00"}


def test_archive_that_was_compressed_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(gzip.compress(record(1, packed=False) + record(2, packed=False)))
    assert [page.content for page in read(path)[0]] == [text(1), text(2)]


def damaged(raw: bytes) -> bytes:
    middle = len(raw) // 2
    return (
        raw[:middle] + bytes(byte ^ 0xFF for byte in raw[middle : middle + 20]) + raw[middle + 20 :]
    )


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.warc"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_damaged_record_costs_only_itself(name: str, place: int, tmp_path: Path) -> None:
    packed = name.endswith(".gz")
    records = [record(number, packed=packed) for number in range(3)]
    if packed:
        records[place] = damaged(records[place])
    else:
        records[place] = records[place].replace(b"Content-Length", b"Content-Wrong", 1)
    path = tmp_path / name
    path.write_bytes(b"".join(records))
    pages, rejections = read(path)
    assert [page.content for page in pages] == [text(n) for n in range(3) if n != place]
    assert {rejection.reason for rejection in rejections} == {"corrupt_record"}
    assert {rejection.input for rejection in rejections} == {str(path)}


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.warc"])
def test_archive_that_ends_too_early(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    packed = name.endswith(".gz")
    path.write_bytes(record(1, packed=packed) + record(2, packed=packed)[:-80])
    pages, rejections = read(path)
    assert [page.content for page in pages] == [text(1)]
    assert len(rejections) == 1


def test_large_page_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    large = b"x" * 5_000_000
    path.write_bytes(
        record(1, body=large)
        + record(2, body=gzip.compress(large), encoding="gzip")
        + record(3, body=large, media_type="video/mp4")
        + record(4)
    )
    pages, rejections = read(path)
    assert [page.content for page in pages] == [text(4)]
    assert [rejection.reason for rejection in rejections] == ["too_large", "too_large"]


def test_address_of_a_response_may_be_any_text(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(
        record(1, packed=False).replace(b"https://news.example", b"https://[news.exampl")
    )
    (page,), rejections = read(path)
    assert not rejections
    assert page.address == "https://[news.exampl/1"


def test_response_without_an_address_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(record(1, packed=False).replace(b"WARC-Target-URI", b"WARC-Target-Uhr"))
    pages, (rejection,) = read(path)
    assert not pages
    assert rejection.reason == "corrupt_record"


def test_page_that_is_no_text_is_refused_by_its_address(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(record(1, body=b"\x00\x01\x02") + record(2))
    pages, (rejection,) = read(path)
    assert len(pages) == 1
    assert (rejection.reason, rejection.input) == ("binary", "https://news.example/1")


def test_records_come_one_at_a_time() -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield record(taken, packed=False)

    responses = read_responses(endless(), LIMITS)
    first = next(responses)
    assert not isinstance(first, TerminalError)
    assert first.body == text(1).encode()
    assert taken < 4


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.one_of(
            st.binary(max_size=200),
            st.integers(1, 3).map(record),
            st.integers(1, 3).map(lambda number: record(number, packed=False)),
            st.integers(1, 3).map(lambda number: damaged(record(number))),
            st.integers(1, 3).map(lambda number: damaged(record(number, packed=False))),
            st.sampled_from(
                [b"WARC/1.0\r\n", b"\r\n\r\n", b"Content-Length: 99999\r\n", b"\x1f\x8b\x08"]
            ),
        ),
        max_size=8,
    )
)
def test_any_archive_is_read_to_its_end(parts: list[bytes]) -> None:
    pieces = warc_bytes(io.BytesIO(b"".join(parts)))
    for found in read_responses(pieces, SMALL):
        assert isinstance(found, TerminalError) or found.url


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=9), st.integers(1, 700))
def test_records_do_not_depend_on_how_the_bytes_arrive(sizes: list[int], step: int) -> None:
    raw = b"".join(record(size, packed=False, body=b"x" * size) for size in sizes)
    whole = list(split_records(iter([raw]), 10_000))
    cut = [raw[start : start + step] for start in range(0, len(raw), step)]
    assert list(split_records(iter(cut), 10_000)) == whole
    assert len(whole) == len(sizes)
