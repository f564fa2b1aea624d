"""Where each page of the report lies; names come from the web, file names never do."""

import re
from urllib.parse import urlsplit

from schemas.base import fingerprint
from warehouse.read_models.comparison_rows import Comparison

SAFE_NAME = re.compile(r"[0-9a-f]{8,64}")
LONGEST_URL = 2_000
WITH_PAGE = "(is_named or claims > 1)"
"""Speakers with a page: who is quoted once, without a name, is told on the document's page."""


def slug(name: str) -> str:
    """A file name for whatever name."""
    return name if SAFE_NAME.fullmatch(name) else fingerprint("page", name)


def event_page(event_id: str) -> str:
    """The page of an event."""
    return f"events/{slug(event_id)}.html"


def document_page(document_id: str) -> str:
    """The page of a document."""
    return f"documents/{slug(document_id)}.html"


def speaker_page(speaker_id: str) -> str:
    """The page of a speaker."""
    return f"speakers/{slug(speaker_id)}.html"


def copy_page(page_id: str) -> str:
    """The stored copy of a page."""
    return f"pages/{slug(page_id)}.html"


def outlet_page(outlet: str) -> str:
    """The page of an outlet."""
    return f"outlets/{slug(outlet)}.html"


def list_page(name: str, number: int = 0) -> str:
    """A page of a list."""
    return f"{name}.html" if number == 0 else f"{name}-{number + 1}.html"


def anchor(comparison: Comparison) -> str:
    """The place of a comparison on its event's page."""
    return f"figures-{fingerprint(comparison.harm, comparison.victim_group)}"


def input_name(given: str) -> str:
    """What was read, without the folders of this machine."""
    is_web = given.startswith(("http://", "https://"))
    return given if is_web else re.split(r"[/\\]", given.rstrip("/\\"))[-1]


def safe_url(url: str | None) -> str | None:
    """An address that a reader may follow: on the web, of sane length, without credentials."""
    if not url or len(url) > LONGEST_URL:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    is_web = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
    return url if is_web else None
