"""Objects in storage, looked at again and again: only new or changed ones are read."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from flows.staging_owner import file_system
from intake.fetching.response_store import write_whole
from intake.reading.remote import find_objects
from schemas.base import fingerprint

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

    def changed(self, given: str) -> Iterator[str]:
        """The objects that an input names and that were not read as they are now.

        Raises:
            IntakeError: The storage cannot be asked, or holds nothing there.
        """
        for address in find_objects(given):
            files, path = file_system(address)
            version = version_of(files.info(path))
            if version is None or self._known(address) != f"{self.reader} {version}":
                self.seen[address] = f"{self.reader} {version}"
                yield address

    def settle(self) -> None:
        """Have the objects count as read, for what they gave is safe."""
        for address, version in self.seen.items():
            write_whole(self._note(address), json.dumps(version).encode())

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
