"""Inputs to pages: the first arrow of the pipeline."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from intake.errors import IntakeError, TerminalError, TransientError, rejection
from intake.limits import DEFAULT_LIMITS, Limits
from intake.reading.decoding import decode
from intake.reading.kinds import Kind, kind_of_content, kind_of_name
from intake.reading.local import STDIN, find_files, open_file, open_stdin, unreadable
from intake.reading.rows import csv_rows, json_rows, recoded
from intake.reading.streams import chunks, whole
from schemas import Page, Rejection
from schemas.base import fingerprint

HEAD = 4096


def read_pages(
    inputs: Sequence[str], limits: Limits = DEFAULT_LIMITS, *, raise_transient: bool = False
) -> Iterator[Page | Rejection]:
    """Read what was given, one page at a time; what cannot be read is rejected, the rest goes on.

    Tables (JSON lines, CSV) give a page a row, whose address ends in `#` and the row's number.
    A file that several inputs name is read once.

    Args:
        inputs: Files, folders, globs, URLs, or `-` for standard input.
        limits: How much is read before an input is refused.
        raise_transient: Raise an error that may pass, instead of rejecting, so that the caller
            can try again.

    Yields:
        Pages and rejections in the order of the inputs.

    Raises:
        TransientError: If asked for by `raise_transient`.
    """
    seen: set[str] = set()
    for given in inputs:
        try:
            yield from _read_input(given, limits, seen)
        except TransientError as error:
            if raise_transient:
                raise
            yield rejection(error, given)
        except IntakeError as error:
            yield rejection(error, given)


def _read_input(given: str, limits: Limits, seen: set[str]) -> Iterator[Page | Rejection]:
    if given == STDIN:
        yield from _read_stream(open_stdin(), STDIN, None, limits)
        return
    for found in find_files(given):
        if not isinstance(found, Path):
            address, error = found
            yield rejection(error, address)
            continue
        real = os.path.realpath(found)
        if real not in seen:
            seen.add(real)
            yield from _read_file(found, limits)


def _read_file(path: Path, limits: Limits) -> Iterator[Page | Rejection]:
    address = str(path)
    try:
        with open_file(path) as stream:
            yield from _read_stream(stream, address, kind_of_name(path.name), limits)
    except IntakeError as error:
        yield rejection(error, address)
    except OSError as error:
        yield rejection(unreadable(error), address)


def _read_stream(
    stream: BinaryIO, address: str, kind: Kind | None, limits: Limits
) -> Iterator[Page | Rejection]:
    pieces = chunks(stream, limits)
    first = next(pieces, b"")
    if not first:
        raise TerminalError("empty", "The input is empty; check how it was made.")
    pieces = chain([first], pieces)
    kind = kind or kind_of_content(first[:HEAD])
    if kind.has_rows:
        yield from _read_rows(pieces, address, kind, limits)
    else:
        yield make_page(whole(pieces, limits), address, kind)


def _read_rows(
    pieces: Iterator[bytes], address: str, kind: Kind, limits: Limits
) -> Iterator[Page | Rejection]:
    read = csv_rows if kind is Kind.CSV else json_rows
    for row in read(recoded(pieces), limits):
        where = f"{address}#{row[0]}"
        if len(row) == 2:
            yield rejection(row[1], where)
            continue
        _, raw, content, encoding = row
        yield _page(raw, content, where, Kind.JSON, encoding)


def make_page(raw: bytes, address: str, kind: Kind, declared: str | None = None) -> Page:
    """Decode what was received into a page.

    Args:
        raw: The bytes.
        address: Path or URL.
        kind: What sort of page it is.
        declared: The encoding that its sender names.

    Raises:
        TerminalError: If the bytes are no text.
    """
    if kind is Kind.HTML:
        from intake.markup import declared_charset  # noqa: PLC0415

        declared = declared or declared_charset(raw)
    content, encoding = decode(raw, declared)
    return _page(raw, content, address, kind, encoding)


def _page(raw: bytes, content: str, address: str, kind: Kind, encoding: str) -> Page:
    return Page(
        page_id=fingerprint(address, hashlib.sha256(raw).hexdigest()),
        address=address,
        media_type=kind.value,
        content=content,
        encoding=encoding,
        size=len(raw),
        fetched=datetime.now(UTC),
    )
