"""The bytes of a WARC file to its records, one at a time, past those that are broken."""

import re
from collections.abc import Iterator

from intake.archives.unpacking import OPENING
from intake.rejections import TerminalError

LONGEST_HEADER = 64 * 1024
_LENGTH = re.compile(rb"^content-length:\s*(\d{1,15})\s*$", re.IGNORECASE | re.MULTILINE)
_END = b"\r\n\r\n"
_NEXT = re.compile(rb"WARC/\d\.\d\r\n")

Piece = bytes | TerminalError


def split_records(pieces: Iterator[Piece], most: int) -> Iterator[Piece]:
    """Cut the bytes of a WARC file into records.

    Args:
        pieces: The bytes, with errors where some could not be unpacked.
        most: How large a record may be; a larger one is given cut off, without being held.

    Yields:
        Each record with its header, or the error that stands in its place.
    """
    reader = _Reader(pieces, most)
    while True:
        try:
            if not reader.skip_to_record():
                return
            yield reader.take_record()
        except TerminalError as error:
            yield error


class _Reader:
    """Finds records in bytes that come piece by piece; damage is told once, until it is passed."""

    def __init__(self, pieces: Iterator[Piece], most: int) -> None:
        self._pieces = pieces
        self._most = most
        self._buffer = bytearray()
        self._is_told = False

    def _fill(self) -> bool:
        """Read one more piece.

        Raises:
            TerminalError: In place of what could not be unpacked; what was held is dropped.
        """
        piece = next(self._pieces, None)
        if piece is None:
            return False
        if isinstance(piece, TerminalError):
            self._buffer.clear()
            self._is_told = True
            raise piece
        self._buffer += piece
        return True

    def skip_to_record(self) -> bool:
        """Drop what stands before the next record; tell whether there is one.

        Raises:
            TerminalError: If it was more than blank lines.
        """
        lost = False
        while True:
            while self._buffer[:2] == b"\r\n":
                del self._buffer[:2]
            match = _NEXT.search(self._buffer)
            if match:
                lost = lost or match.start() > 0
                del self._buffer[: match.start()]
                break
            if len(self._buffer) > LONGEST_HEADER:
                lost = True
                del self._buffer[: -len(OPENING) * 2]
            if not self._fill():
                lost = lost or bool(self._buffer.strip())
                self._buffer.clear()
                break
        if lost and not self._is_told:
            self._is_told = True
            raise TerminalError(
                "corrupt_record", "A part of the archive is no record; get that part of it again."
            )
        return bool(self._buffer)

    def take_record(self) -> bytes:
        """Take the record that the buffer begins with."""
        while (end := self._buffer.find(_END)) < 0:
            if len(self._buffer) > LONGEST_HEADER or not self._fill():
                raise self._broken("its header does not end")
        end += len(_END)
        length = _LENGTH.search(self._buffer, 0, end)
        if length is None:
            raise self._broken("its header tells no length")
        whole = end + int(length[1])
        record = self._take(min(whole, self._most))
        self._drop(whole - len(record))
        self._is_told = False
        return record

    def _take(self, size: int) -> bytes:
        while len(self._buffer) < size:
            if not self._fill():
                raise self._broken("it ends too early")
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken

    def _drop(self, size: int) -> None:
        while size > len(self._buffer):
            size -= len(self._buffer)
            self._buffer.clear()
            if not self._fill():
                return
        del self._buffer[:size]

    def _broken(self, problem: str) -> TerminalError:
        self._is_told = True
        start = bytes(self._buffer[:200]).decode("utf-8", "replace")
        del self._buffer[: len(OPENING)]
        return TerminalError(
            "corrupt_record", f"A record of the archive is broken: {problem}; get it again.", start
        )
