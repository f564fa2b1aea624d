"""Bytes of any kind to pages."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from typing import IO

from intake.archives.responses import Response, read_responses
from intake.archives.unpacking import warc_bytes
from intake.archives.zip_members import files_of, open_zip, unpacked
from intake.limits import Limits
from intake.reading.byte_streams import chunks, whole
from intake.reading.decoding import decode
from intake.reading.kinds import FileKind, kind_of_content, kind_of_name, kind_of_response
from intake.reading.local import unknown_type
from intake.reading.table_rows import csv_rows, json_rows, recoded
from intake.rejections import IntakeError, TerminalError, rejection
from schemas import Page, Rejection
from schemas.base import fingerprint

HEAD = 4096


def read_stream(
    stream: IO[bytes], address: str, kind: FileKind | None, limits: Limits
) -> Iterator[Page | Rejection]:
    """Read the pages of a file, of standard input, of an object in a store.

    Args:
        stream: Its bytes.
        address: Path or URL.
        kind: What its name tells that it is, if it does.
        limits: How much is read before it is refused.

    Raises:
        TerminalError: If the whole of it cannot be read.
    """
    if kind is FileKind.WARC:
        yield from read_archive(warc_bytes(stream), address, limits)
        return
    if kind is FileKind.ZIP:
        yield from _read_zip(stream, address, limits)
        return
    pieces = chunks(stream, limits)
    first = next(pieces, b"")
    if not first:
        raise TerminalError("empty", "The input is empty; check how it was made.")
    kind = kind or kind_of_content(first[:HEAD])
    yield from _read_pieces(chain([first], pieces), address, kind, limits)


def _read_pieces(
    pieces: Iterator[bytes], address: str, kind: FileKind, limits: Limits
) -> Iterator[Page | Rejection]:
    if kind is FileKind.WARC:
        yield from read_archive(pieces, address, limits)
    elif kind.has_rows:
        yield from _read_rows(pieces, address, kind, limits)
    elif kind.is_office:
        yield _office_page(whole(pieces, limits), address, kind, limits)
    else:
        yield make_page(whole(pieces, limits), address, kind)


def _read_zip(stream: IO[bytes], address: str, limits: Limits) -> Iterator[Page | Rejection]:
    """Read each file of a ZIP file by its own name; its address ends in `#` and that name."""
    with open_zip(stream) as archive:
        for member in files_of(archive):
            where, kind = f"{address}#{member.filename}", kind_of_name(member.filename)
            try:
                if kind is None or kind is FileKind.ZIP:
                    raise unknown_type()
                with unpacked(archive, member, limits) as file:
                    yield from read_stream(file, where, kind, limits)
            except IntakeError as error:
                yield rejection(error, where)


def read_archive(
    pieces: Iterator[bytes | TerminalError], address: str, limits: Limits
) -> Iterator[Page | Rejection]:
    """Read the pages of a WARC file.

    Args:
        pieces: Its bytes, unpacked, with errors where that failed.
        address: Path or URL of the file.
        limits: How large a page may be.
    """
    for found in read_responses(pieces, limits):
        if isinstance(found, TerminalError):
            yield rejection(found, address)
            continue
        try:
            yield from read_response(found, limits)
        except IntakeError as error:
            yield rejection(error, found.url)


def read_response(response: Response, limits: Limits) -> Iterator[Page | Rejection]:
    """Read the pages of what a server sent.

    Raises:
        TerminalError: If it is empty, or no text.
    """
    if not response.body:
        raise TerminalError("empty", "The server sent nothing; look at the address in a browser.")
    # The address may be any text, so it is not parsed.
    body, path = response.body, response.url.partition("?")[0]
    kind = kind_of_response(response.media_type, path, body[:HEAD])
    if kind.has_rows:
        pages = _read_rows(iter([body]), response.url, kind, limits)
    elif kind.is_office:
        pages = iter([_office_page(body, response.url, kind, limits)])
    else:
        pages = iter([make_page(body, response.url, kind, response.charset)])
    for page in pages:
        is_page = isinstance(page, Page)
        yield page.model_copy(update={"fetched": response.received}) if is_page else page


def _read_rows(
    pieces: Iterator[bytes], address: str, kind: FileKind, limits: Limits
) -> Iterator[Page | Rejection]:
    read = csv_rows if kind is FileKind.CSV else json_rows
    for row in read(recoded(pieces), limits):
        where = f"{address}#{row[0]}"
        if len(row) == 2:
            yield rejection(row[1], where)
            continue
        _, raw, content, encoding = row
        yield make_row_page(raw, content, where, encoding)


def make_row_page(raw: bytes, content: str, address: str, encoding: str) -> Page:
    """Make a page of a row.

    Args:
        raw: The bytes of the row.
        content: The row as a JSON object.
        address: The table's path or URL, `#` and the row's number.
        encoding: How the bytes were decoded.
    """
    return _page(raw, content, address, FileKind.JSON, encoding)


def _office_page(raw: bytes, address: str, kind: FileKind, limits: Limits) -> Page:
    from intake.reading.office import office_row  # noqa: PLC0415 - brings the libraries for them

    row = json.dumps(office_row(raw, kind, limits), ensure_ascii=False)
    return _page(raw, row, address, FileKind.JSON, kind.value)


def make_page(raw: bytes, address: str, kind: FileKind, declared: str | None = None) -> Page:
    """Decode what was received into a page.

    Args:
        raw: The bytes.
        address: Path or URL.
        kind: What sort of page it is.
        declared: The encoding that its sender names.

    Raises:
        TerminalError: If the bytes are no text.
    """
    if kind.is_markup:
        from intake.markup import declared_charset  # noqa: PLC0415 - text does without

        declared = declared or declared_charset(raw)
    content, encoding = decode(raw, declared)
    return _page(raw, content, address, kind, encoding)


def _page(raw: bytes, content: str, address: str, kind: FileKind, encoding: str) -> Page:
    return Page(
        page_id=fingerprint(address, hashlib.sha256(raw).hexdigest()),
        address=address,
        media_type=kind.value,
        content=content,
        encoding=encoding,
        size=len(raw),
        fetched=datetime.now(UTC),
    )
