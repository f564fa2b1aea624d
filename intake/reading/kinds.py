"""What sort of page an input is: by its name, by what a server says, by how it begins."""

import re
from enum import StrEnum
from pathlib import PurePath


class Kind(StrEnum):
    """The media types of what can be read."""

    TEXT = "text/plain"
    HTML = "text/html"
    FEED = "application/xml"
    JSON = "application/json"
    JSONL = "application/jsonl"
    CSV = "text/csv"
    WARC = "application/warc"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    EMAIL = "message/rfc822"
    ZIP = "application/zip"

    @property
    def has_rows(self) -> bool:
        """Whether the input is a table that is read row by row."""
        return self in {Kind.JSONL, Kind.CSV}

    @property
    def is_office(self) -> bool:
        """Whether the input is a file of an office program, whose text has to be taken out."""
        return self in {Kind.PDF, Kind.DOCX, Kind.EMAIL}


SUFFIXES = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".xml": Kind.FEED,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".warc": Kind.WARC,
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    ".eml": Kind.EMAIL,
    ".zip": Kind.ZIP,
}
MEDIA_TYPES = {
    "application/xhtml+xml": Kind.HTML,
    "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED,
    "text/xml": Kind.FEED,
    "application/x-ndjson": Kind.JSONL,
    "application/x-jsonlines": Kind.JSONL,
    "application/ndjson": Kind.JSONL,
    **{kind.value: kind for kind in Kind if kind is not Kind.JSON},
}
COMPRESSED = ".gz"

_HTML = re.compile(
    rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FEED = re.compile(
    rb"\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<\?[^>]{0,300}>\s*)*<(?:rss|feed|rdf:rdf)\b", re.I
)


def kind_of_name(name: str) -> Kind | None:
    """The kind that a file name ends in, a final `.gz` aside."""
    path = PurePath(name.lower())
    if path.suffix == COMPRESSED:
        path = path.with_suffix("")
    return SUFFIXES.get(path.suffix)


def kind_of_content(head: bytes) -> Kind:
    """The kind that the first bytes of an input speak of; plain text where nothing does."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if head.startswith(b"%PDF-"):
        return Kind.PDF
    if _HTML.match(head):
        return Kind.HTML
    if _FEED.match(head):
        return Kind.FEED
    if head.lstrip().startswith(b"{"):
        return Kind.JSONL
    return Kind.TEXT


def kind_of_response(media_type: str, name: str, head: bytes) -> Kind:
    """The kind of a response: what it begins like, else its declared type, else its name.

    Servers send feeds as HTML and HTML as plain text, so markup is believed before the header.
    """
    found = kind_of_content(head)
    if found in {Kind.HTML, Kind.FEED, Kind.PDF}:
        return found
    return MEDIA_TYPES.get(media_type.lower()) or kind_of_name(name) or found
