"""Objects in storage, looked at again and again: only new or changed ones are read."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
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


@dataclass(frozen=True)
class NotedObject:
    """A version of an object that was read.

    Attributes:
        version: What tells it from others.
        gave: The names of its pages and rejections.
    """

    version: str
    gave: tuple[str, ...]


class ObjectVersions:
    """The versions of objects that were read, kept in a folder once all of them is loaded.

    An object need not be read again while it is the same and the warehouse holds all that it gave:
    what a new extractor, another warehouse or a restored backup lacks is read anew.
    """

    def __init__(self, folder: Path, held: Callable[[], frozenset[str]]) -> None:
        """Use a folder.

        Args:
            folder: Where versions are kept; made when something is.
            held: Tells which pages and rejections the warehouse holds that need no reading; asked
                once, and only where there are objects.
        """
        self.folder = folder
        self.seen: dict[str, NotedObject] = {}
        self.visited: list[Visited] = []
        self._ask = held

    @cached_property
    def _held(self) -> frozenset[str]:
        return self._ask()

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

    def unchanged(self, given: str) -> tuple[str, ...] | None:
        """What the objects that an input names gave, where none of them needs to be read.

        Raises:
            IntakeError: The storage cannot be asked, or holds nothing there.
        """
        gave: list[str] = []
        for address in find_objects(given):
            noted = self._noted(address, version_of(object_info(address)))
            if noted is None:
                return None
            gave += noted.gave
        return tuple(gave)

    def _read_changed(self, address: str) -> Iterator[Page | Rejection]:
        version = version_of(object_info(address))
        if self._noted(address, version):
            return
        gave: list[str] = []
        try:
            for item in read_object(address):
                gave.append(item.page_id if isinstance(item, Page) else item.rejection_id)
                yield item
        except TerminalError as error:
            # What the storage keeps from us it may give us later, as it is now.
            if error.reason in WITHHELD:
                raise
            refused = rejection(error, address)
            gave.append(refused.rejection_id)
            yield refused
        if version is not None:
            self.seen[address] = NotedObject(version, tuple(gave))

    def settle(self) -> Sequence[Visited]:
        """Have the objects count as read, for what they gave is safe; tell how visits ended."""
        for address, noted in self.seen.items():
            write_whole(self._note(address), json.dumps(asdict(noted)).encode())
        return self.visited

    def _noted(self, address: str, version: str | None) -> NotedObject | None:
        """The note of an object that need not be read; a damaged one counts as none."""
        try:
            told = json.loads(self._note(address).read_text("utf-8"))
            noted = NotedObject(told["version"], tuple(told["gave"]))
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return noted if noted.version == version and self._held.issuperset(noted.gave) else None

    def _note(self, address: str) -> Path:
        name = fingerprint(address, length=40)
        return self.folder / name[:2] / f"{name}.json"


def version_of(info: Mapping[str, Any]) -> str | None:
    """What tells an object from its other versions; null where the storage tells nothing."""
    telling = next((str(info[name]) for name in TELLING if info.get(name)), None)
    return telling and f"{info.get('size')} {telling}"
