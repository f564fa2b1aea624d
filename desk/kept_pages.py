"""Pages of the last report that need no writing: made of the same rows by the same code."""

import os
import shutil
from functools import cache
from hashlib import blake2b
from pathlib import Path

from desk.templating import ROOM

MARK, LONGEST_HEAD = b"<!--", 64
"""Begins the second line of a page that tells what it was made of."""


def stamp_of(*rows: object) -> str:
    """What a page is made of, as a short name: its rows, and the code that makes it."""
    digest = blake2b(code().encode(), digest_size=8)
    for row in rows:
        digest.update(repr(row).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()


@cache
def code() -> str:
    """The templates and modules of the desk, as a short name."""
    digest = blake2b(digest_size=10)
    for file in sorted([*ROOM.rglob("*.py"), *ROOM.rglob("*.html")]):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def stamp_in(page: Path) -> str | None:
    """What a page says that it was made of."""
    try:
        with page.open("rb") as file:
            head = file.read(LONGEST_HEAD)
    except OSError:
        return None
    _, found, rest = head.partition(MARK)
    return rest.partition(b"-->")[0].decode("ascii", "replace") if found else None


def take_over(old: Path, new: Path) -> None:
    """Put a file of the last report into the new one, without writing it again if possible."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)
