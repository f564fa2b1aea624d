"""Drafts: what takes the place of a file or a folder once it is whole."""

import glob
import os
import re
import shutil
from pathlib import Path

NAME = re.compile(r"\.(\d+)\.new(?:\.wal)?$")


def draft_beside(path: Path) -> Path:
    """Name a draft of a file or folder, and remove those that killed processes have left.

    Returns:
        A path beside it that is this process's own.
    """
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.new*"):
        named = NAME.fullmatch(left.name.removeprefix(f".{path.name}"))
        if named and not is_running(int(named[1])):
            remove(left)
    return path.with_name(f".{path.name}.{os.getpid()}.new")


def is_running(process: int) -> bool:
    """Whether there is a process of this number."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        # It is another user's.
        return True
    return True


def remove(path: Path) -> None:
    """Remove a file or folder; another process may be quicker."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
