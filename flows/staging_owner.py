"""Whose a staging folder is: every run stages in its own, and a lock there tells that it lives."""

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

LOCK = "lock"
RUN_NAME = re.compile(r"\d{8}T\d{6}-[0-9a-f]{6}")
BATCH_NAME = re.compile(r"[0-9a-f]{16}")
KEPT = timedelta(days=7)
"""How long a batch waits for a run that wants it; a page may have changed since."""


def file_system(address: str) -> tuple[Any, str]:
    """The file system that an address names, and the path in it."""
    from fsspec.core import url_to_fs  # noqa: PLC0415 -- only runs stage anything

    found: tuple[Any, str] = url_to_fs(address)
    return found


def is_local(files: Any) -> bool:
    """Whether a file system is this machine's, which knows locks."""
    from fsspec.implementations.local import LocalFileSystem  # noqa: PLC0415 -- runs only

    return isinstance(files, LocalFileSystem)


@contextmanager
def run_staging(staging: str, run_id: str) -> Iterator[str]:
    """Give a run a staging folder of its own, which others leave alone until the block ends.

    Object storage knows no locks: there a run counts as alive for `KEPT`.

    Args:
        staging: The folder, or the address in object storage, that all runs share.
        run_id: The run.

    Yields:
        The run's own folder.
    """
    files, path = file_system(f"{staging}/{run_id}")
    if not is_local(files):
        yield f"{staging}/{run_id}"
        return
    lock = hold(Path(path))
    try:
        yield f"{staging}/{run_id}"
    finally:
        os.close(lock)
        remove_empty(files, path)


def hold(folder: Path) -> int:
    """Make a folder and lock it; the lock ends when its descriptor, or this process, does."""
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        # Another run may remove the folder, which looks abandoned until it is locked.
        with suppress(FileNotFoundError):
            lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
            fcntl.flock(lock, fcntl.LOCK_EX)
            if (folder / LOCK).exists():
                return lock
            os.close(lock)


def run_folders(files: Any, staging: str) -> list[str]:
    """The names of runs' folders in a staging folder; what is named otherwise is not ours."""
    return [name for name in names(files, staging) if RUN_NAME.fullmatch(name)]


def batch_folders(files: Any, owner: str) -> list[str]:
    """The names of batches' folders in that of a run."""
    return [name for name in names(files, owner) if BATCH_NAME.fullmatch(name)]


def names(files: Any, path: str) -> list[str]:
    """The names of the folders in a folder; what only leads to a folder elsewhere is left out."""
    try:
        found = files.ls(path, detail=False)
    except (FileNotFoundError, NotADirectoryError):
        return []
    own = [each for each in found if not (is_local(files) and Path(each).is_symlink())]
    return [each.rstrip("/").rpartition("/")[2] for each in own]


def is_over(files: Any, owner: str) -> bool:
    """Whether the run that a folder belongs to has ended, so that nobody will load it."""
    if not is_local(files):
        return is_old(files, owner)
    try:
        lock = os.open(Path(owner) / LOCK, os.O_RDWR)
    except OSError:
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True


def is_old(files: Any, path: str) -> bool:
    """Whether all files below a path have waited for too long."""
    oldest = datetime.now(UTC) - KEPT
    return all(files.modified(file) < oldest for file in files.find(path))


def remove_empty(files: Any, owner: str) -> None:
    """Remove the folder of a run that has ended, and the staging folder, if nothing waits there."""
    if not is_local(files):
        return
    folder = Path(owner)
    if {each.name for each in folder.glob("*")} <= {LOCK}:
        (folder / LOCK).unlink(missing_ok=True)
    for each in (folder, folder.parent):
        # Something else may lie there, or another run may have been quicker.
        try:
            each.rmdir()
        except OSError:
            return
