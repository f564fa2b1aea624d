"""Inputs to pages: the first arrow of the pipeline."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from intake.content import read_stream
from intake.limits import DEFAULT_LIMITS, Limits
from intake.reading.kinds import kind_of_name
from intake.reading.local import STDIN, find_files, open_file, open_stdin, unreadable
from intake.reading.remote import failed, find_objects, is_object_address, is_web, open_object
from intake.rejections import IntakeError, TransientError, rejection
from schemas import Page, Rejection


def read_pages(
    inputs: Sequence[str], limits: Limits = DEFAULT_LIMITS, *, raise_transient: bool = False
) -> Iterator[Page | Rejection]:
    """Read what was given, one page at a time; what cannot be read is rejected, the rest goes on.

    Tables (JSON lines, CSV) give a page a row, whose address ends in `#` and the row's number;
    WARC files give a page a response. A file that several inputs name is read once.

    Args:
        inputs: Files, folders, globs, URLs (of the web, or of storage that fsspec knows), or `-`
            for standard input.
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
            yield from _read_input(given, limits, seen, raise_transient)
        except TransientError as error:
            if raise_transient:
                raise
            yield rejection(error, given)
        except IntakeError as error:
            yield rejection(error, given)


def _read_input(
    given: str, limits: Limits, seen: set[str], raise_transient: bool
) -> Iterator[Page | Rejection]:
    if given == STDIN:
        yield from read_stream(open_stdin(), STDIN, None, limits)
    elif is_web(given):
        from intake.web import default_fetcher, read_url  # noqa: PLC0415 - brings HTTP

        yield from read_url(given, default_fetcher(limits))
    elif is_object_address(given):
        yield from _read_objects(given, limits, raise_transient)
    else:
        for found in find_files(given):
            if not isinstance(found, Path):
                address, error = found
                yield rejection(error, address)
                continue
            real = os.path.realpath(found)
            if real not in seen:
                seen.add(real)
                yield from _read_file(found, limits)


def _read_objects(given: str, limits: Limits, raise_transient: bool) -> Iterator[Page | Rejection]:
    for address in find_objects(given):
        try:
            yield from read_object(address, limits)
        except IntakeError as error:
            if raise_transient and isinstance(error, TransientError):
                raise
            yield rejection(error, address)


def read_object(address: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[Page | Rejection]:
    """Read the pages of one object in storage.

    Raises:
        IntakeError: If the whole of it cannot be read.
    """
    try:
        with open_object(address) as stream:
            yield from read_stream(stream, address, kind_of_name(address), limits)
    except OSError as error:
        raise failed(error) from error


def _read_file(path: Path, limits: Limits) -> Iterator[Page | Rejection]:
    address = str(path)
    try:
        with open_file(path) as stream:
            yield from read_stream(stream, address, kind_of_name(path.name), limits)
    except IntakeError as error:
        yield rejection(error, address)
    except OSError as error:
        yield rejection(unreadable(error), address)
