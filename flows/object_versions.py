"""Objects in storage, looked at again and again: only new or changed ones are read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from intake.fetching.response_store import write_whole
from intake.pages import read_object
from intake.reading.remote import WITHHELD, find_objects, object_info
from intake.rejections import IntakeError, TerminalError, rejection
from schemas import Page, Rejection
from schemas.base import fingerprint
from warehouse.operations import Visited

TELLING = ("ETag", "etag", "md5", "LastModified", "last_modified", "mtime", "created")
"""What storages tell of an object that changes with it, the surest first."""


class ObjectVersions:
    """The versions of objects that were read, kept in a folder once all of them is loaded."""

    def __init__(self, folder: Path, reader: str) -> None:
        """Use a folder.

        Args:
            folder: Where versions are kept; made when something is.
            reader: What has to be the same for an object to count as read: the extractor and the
                warehouse.
        """
        self.folder = folder / "objects"
        self.reader = reader
        self.seen: dict[str, str] = {}
        self.visited: list[Visited] = []

    def read(self, given: str) -> Iterator[Page | Rejection]:
        """Read the objects that an input names and that were not read as they are now."""
        try:
            addresses = list(find_objects(given))
        except IntakeError as error:
            yield rejection(error, given)
            return
        for address in addresses:
            try:
                yield from self._read_changed(address)
            except IntakeError as error:
                yield rejection(error, address)

    def _read_changed(self, address: str) -> Iterator[Page | Rejection]:
        version = version_of(object_info(address))
        noted = f"{self.reader} {version}"
        if version is not None and self._known(address) == noted:
            return
        try:
            yield from read_object(address)
        except TerminalError as error:
            # What the storage keeps from us it may give us later, as it is now.
            if error.reason in WITHHELD:
                raise
            yield rejection(error, address)
        self.seen[address] = noted

    def settle(self) -> Sequence[Visited]:
        """Have the objects count as read, for what they gave is safe; tell how visits ended."""
        for address, version in self.seen.items():
            write_whole(self._note(address), json.dumps(version).encode())
        return self.visited

    def _known(self, address: str) -> str | None:
        try:
            return str(json.loads(self._note(address).read_text("utf-8")))
        except (OSError, ValueError):
            return None

    def _note(self, address: str) -> Path:
        name = fingerprint(address, length=40)
        return self.folder / name[:2] / f"{name}.json"


def version_of(info: Mapping[str, Any]) -> str | None:
    """What tells an object from its other versions; null where the storage tells nothing."""
    telling = next((str(info[name]) for name in TELLING if info.get(name)), None)
    return telling and f"{info.get('size')} {telling}"
