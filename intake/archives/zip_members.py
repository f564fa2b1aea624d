"""ZIP files to the files in them, each a stream; nothing is written to disk."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from intake.limits import Limits
from intake.rejections import TerminalError

LOCKED = 0x1
"""The bit of a file's flags that tells of a password."""
DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError)
"""What a damaged file raises, or one packed in a way that Python does not know."""


@contextmanager
def open_zip(stream: IO[bytes]) -> Iterator[zipfile.ZipFile]:
    """Open a ZIP file; its list of files stands at the end, so the stream has to be seekable.

    Raises:
        TerminalError: It is none, or is damaged.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            yield archive
    except DAMAGES as error:
        raise damaged(error) from error


def files_of(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files in a ZIP file, without hidden ones, such as those that a Mac adds.

    Raises:
        TerminalError: There are none.
    """
    found = [
        member
        for member in archive.infolist()
        if not member.is_dir()
        and not any(part.startswith((".", "__MACOSX")) for part in member.filename.split("/"))
    ]
    if not found:
        raise TerminalError("empty_zip", "The ZIP file holds no file; check how it was made.")
    return found


@contextmanager
def unpacked(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits
) -> Iterator[IO[bytes]]:
    """Open a file of a ZIP file to be read.

    Raises:
        TerminalError: It is damaged, locked, or unpacks beyond the limit.
    """
    if member.flag_bits & LOCKED:
        raise TerminalError("encrypted", "The file is locked with a password; pack it without one.")
    # No more is unpacked than the list of files says.
    if member.file_size > max(limits.page_bytes, limits.unpacked_ratio * member.compress_size):
        raise TerminalError(
            "zip_bomb",
            f"The file unpacks to more than {limits.unpacked_ratio} times its size; "
            "check what it is, and unpack it yourself if it is wanted.",
        )
    try:
        with archive.open(member) as stream:
            yield stream
    except DAMAGES as error:
        raise damaged(error) from error


def damaged(error: Exception) -> TerminalError:
    """Say that a ZIP file cannot be unpacked, and what to do."""
    return TerminalError(
        "broken_zip", f"The ZIP file is damaged ({error}); fetch or pack it again."
    )
