"""Addresses on the web to pages: once, or again and again as they change."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from intake.archives.unpacking import warc_bytes
from intake.content import read_archive
from intake.fetching.fetcher import Fetcher
from intake.fetching.policy import FetchPolicy
from intake.fetching.response_store import ResponseStore, as_warc
from intake.fetching.transfer import Received
from intake.limits import Limits
from schemas import Page, Rejection

NOT_MODIFIED = 304


@cache
def default_fetcher(limits: Limits) -> Fetcher:
    """The fetcher of this process, so that pauses hold between its inputs."""
    return Fetcher(FetchPolicy(limits=limits))


def read_url(url: str, fetcher: Fetcher) -> Iterator[Page | Rejection]:
    """Read the pages at an address.

    Raises:
        IntakeError: If it cannot be fetched.
    """
    yield from pages_of(fetcher.fetch(url), fetcher.policy.limits)


def pages_of(received: Received, limits: Limits) -> Iterator[Page | Rejection]:
    """Read the pages of a response, in the same way as after it was stored."""
    stored = warc_bytes(io.BytesIO(as_warc(received)))
    yield from read_archive(stored, received.url, limits)


@dataclass(frozen=True)
class Visit:
    """What came of looking at an address.

    Attributes:
        url: The address.
        received: What the server sent.
        path: Where the response is kept, to be read with `read_pages`; null if nothing changed.
    """

    url: str
    received: Received
    path: Path | None


def visit(url: str, fetcher: Fetcher, store: ResponseStore, *, named: bool = True) -> Visit:
    """Look whether an address has something new, and keep what it has.

    The visit counts only after `ResponseStore.remember`: until then the next one gives the same
    again, so nothing is lost if what follows fails.

    Args:
        url: The address.
        fetcher: Fetches it.
        store: Keeps responses, and knows the last one.
        named: Whether a person named the address; see `Fetcher.fetch`.

    Raises:
        IntakeError: If it cannot be fetched.
    """
    known = store.known(url)
    received = fetcher.fetch(
        url,
        etag=known.etag if known else None,
        last_modified=known.last_modified if known else None,
        named=named,
    )
    is_known = known is not None and store.folder / known.path == store.place(received)
    if received.status == NOT_MODIFIED or is_known:
        return Visit(url, received, None)
    return Visit(url, received, store.keep(received))
