"""Byte streams of bounded appetite: unpacking, whole pages, lines."""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import Protocol

from intake.limits import Limits
from intake.rejections import TerminalError

CHUNK = 64 * 1024
GZIP_MAGIC = b"\x1f\x8b"


class Readable(Protocol):
    """Anything with a blocking `read`."""

    def read(self, size: int = -1, /) -> bytes:
        """Return up to `size` bytes, none at the end."""


class _Counted(io.RawIOBase):
    """A stream that knows how many bytes were taken from it."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self.taken += len(data)
        return len(data)


def chunks(stream: Readable, limits: Limits) -> Iterator[bytes]:
    """Read a stream piece by piece, unpacked where it is compressed.

    Raises:
        TerminalError: If the compressed data are broken, or unpack beyond the limit.
    """
    counted = _Counted(stream)
    buffered = io.BufferedReader(counted, CHUNK)
    if not buffered.peek(2).startswith(GZIP_MAGIC):
        while chunk := buffered.read(CHUNK):
            yield chunk
        return
    unpacked = 0
    source = gzip.GzipFile(fileobj=buffered)
    while chunk := _unpack(source):
        unpacked += len(chunk)
        if unpacked > max(limits.page_bytes, limits.unpacked_ratio * counted.taken):
            raise TerminalError(
                "gzip_bomb",
                f"The file unpacks to more than {limits.unpacked_ratio} times its size; "
                "check what it is, and unpack it yourself if it is wanted.",
            )
        yield chunk


def _unpack(source: Readable) -> bytes:
    try:
        return source.read(CHUNK)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise TerminalError(
            "broken_gzip", f"The compressed file is damaged ({error}); fetch or pack it again."
        ) from error


def whole(pieces: Iterator[bytes], limits: Limits) -> bytes:
    """Join a page's bytes.

    Raises:
        TerminalError: If there are more than a page may have.
    """
    buffer = bytearray()
    for piece in pieces:
        buffer += piece
        if len(buffer) > limits.page_bytes:
            raise TerminalError(
                "too_large",
                f"The page is larger than {limits.page_bytes:,} bytes; "
                "split it, or raise the limit.",
                bytes(buffer[:200]).decode("utf-8", "replace"),
            )
    return bytes(buffer)


def lines(pieces: Iterator[bytes], limits: Limits) -> Iterator[bytes | TerminalError]:
    """Cut a stream at its line feeds; a line that is too long is given as an error.

    The rest of an overlong line is read past without being kept, so memory stays bounded.
    """
    rest = bytearray()
    skipping = False
    for piece in pieces:
        parts = piece.split(b"\n")
        for part in parts[:-1]:
            if not skipping:
                yield from _line(rest + part + b"\n", limits)
            rest, skipping = bytearray(), False
        if skipping:
            continue
        rest += parts[-1]
        if len(rest) > limits.row_bytes:
            yield from _line(rest, limits)
            rest, skipping = bytearray(), True
    if rest:
        yield from _line(rest, limits)


def _line(line: bytearray, limits: Limits) -> Iterator[bytes | TerminalError]:
    if len(line) <= limits.row_bytes + 1:
        yield bytes(line)
        return
    yield TerminalError(
        "line_too_long",
        f"The line is longer than {limits.row_bytes:,} bytes; shorten it, or raise the limit.",
        bytes(line[:200]).decode("utf-8", "replace"),
    )
