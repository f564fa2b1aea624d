"""Files, folders, globs and standard input, as byte streams with an address."""

import glob
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from intake.reading.kinds import SUFFIXES, kind_of_name
from intake.rejections import TerminalError

STDIN = "-"


def find_files(given: str) -> Iterator[Path | tuple[str, TerminalError]]:
    """List the files that an input names: itself, those of a folder, those that fit a pattern.

    Hidden files of a folder are passed over; files whose type is not known are refused, unless
    they were given by name.
    """
    try:
        yield from _find(given)
    except (OSError, ValueError, RuntimeError) as error:
        # A name that the system cannot even look up: too long, with a NUL, of an unknown user.
        yield given, unreadable(error)


def _find(given: str) -> Iterator[Path | tuple[str, TerminalError]]:
    path = Path(given).expanduser()
    path.resolve()  # raises on a name that no system call takes
    if path.is_dir():
        yield from _of_folder(path)
    elif path.exists() or not glob.has_magic(given):
        yield path
    else:
        found = sorted(glob.iglob(str(path), recursive=True))  # noqa: PTH207 - whole patterns
        if not found:
            yield given, TerminalError("no_match", f"No file fits {given}; check the pattern.")
        for name in found:
            if Path(name).is_file():
                yield Path(name)


def _of_folder(folder: Path) -> Iterator[Path | tuple[str, TerminalError]]:
    failures: list[OSError] = []
    seen = False
    for root, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if name.startswith(".") or not path.is_file():
                continue
            seen = True
            if kind_of_name(name):
                yield path
            else:
                yield str(path), unknown_type()
    for failure in failures:
        yield str(failure.filename), unreadable(failure)
    if not seen and not failures:
        yield (
            str(folder),
            TerminalError("empty_folder", "The folder holds no file; check the path."),
        )


def unknown_type() -> TerminalError:
    """Say that a name does not tell what a file is, and what to do."""
    known = " ".join(SUFFIXES)
    return TerminalError(
        "unknown_type",
        f"The file's name does not tell what it is ({known}, or these with .gz); "
        "rename it, or name it as an input of its own.",
    )


def open_file(path: Path) -> BinaryIO:
    """Open a file.

    Raises:
        TerminalError: If it is missing or may not be read.
    """
    try:
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise unreadable(error) from error


def open_stdin() -> BinaryIO:
    """Standard input as bytes."""
    return sys.stdin.buffer


def unreadable(error: Exception) -> TerminalError:
    """Say why a file cannot be read, and what to do."""
    if isinstance(error, FileNotFoundError):
        return TerminalError("missing", "There is no such file or folder; check the path.")
    if isinstance(error, PermissionError):
        return TerminalError(
            "not_permitted", "The file may not be read; give yourself the permission (chmod +r)."
        )
    detail = error.strerror if isinstance(error, OSError) else str(error)
    return TerminalError("unreadable", f"The file cannot be read ({detail}); check it.")
