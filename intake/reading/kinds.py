"""What sort of page an input is: by its name, by what a server says, by how it begins."""

import re
from enum import StrEnum
from pathlib import PurePath

from schemas.document import MARKUP_TYPES


class FileKind(StrEnum):
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
        return self in {FileKind.JSONL, FileKind.CSV}

    @property
    def is_markup(self) -> bool:
        """Whether the input is written in markup, which may name its own encoding."""
        return self.value in MARKUP_TYPES

    @property
    def is_office(self) -> bool:
        """Whether the input is a file of an office program, whose text has to be taken out."""
        return self in {FileKind.PDF, FileKind.DOCX, FileKind.EMAIL}


SUFFIXES = {
    ".txt": FileKind.TEXT,
    ".text": FileKind.TEXT,
    ".html": FileKind.HTML,
    ".htm": FileKind.HTML,
    ".xhtml": FileKind.HTML,
    ".xml": FileKind.FEED,
    ".rss": FileKind.FEED,
    ".atom": FileKind.FEED,
    ".jsonl": FileKind.JSONL,
    ".ndjson": FileKind.JSONL,
    ".csv": FileKind.CSV,
    ".tsv": FileKind.CSV,
    ".warc": FileKind.WARC,
    ".pdf": FileKind.PDF,
    ".docx": FileKind.DOCX,
    ".eml": FileKind.EMAIL,
    ".zip": FileKind.ZIP,
}
MEDIA_TYPES = {
    "application/xhtml+xml": FileKind.HTML,
    "application/rss+xml": FileKind.FEED,
    "application/atom+xml": FileKind.FEED,
    "text/xml": FileKind.FEED,
    "application/x-ndjson": FileKind.JSONL,
    "application/x-jsonlines": FileKind.JSONL,
    "application/ndjson": FileKind.JSONL,
    **{kind.value: kind for kind in FileKind if kind is not FileKind.JSON},
}
COMPRESSED = ".gz"

_HTML = re.compile(
    rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FEED = re.compile(
    rb"\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<\?[^>]{0,300}>\s*)*<(?:rss|feed|rdf:rdf)\b", re.I
)


def kind_of_name(name: str) -> FileKind | None:
    """The kind that a file name ends in, a final `.gz` aside."""
    path = PurePath(name.lower())
    if path.suffix == COMPRESSED:
        path = path.with_suffix("")
    return SUFFIXES.get(path.suffix)


def kind_of_content(head: bytes) -> FileKind:
    """The kind that the first bytes of an input speak of; plain text where nothing does."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"WARC/"):
        return FileKind.WARC
    if head.startswith(b"%PDF-"):
        return FileKind.PDF
    if _HTML.match(head):
        return FileKind.HTML
    if _FEED.match(head):
        return FileKind.FEED
    if head.lstrip().startswith(b"{"):
        return FileKind.JSONL
    return FileKind.TEXT


def kind_of_response(media_type: str, name: str, head: bytes) -> FileKind:
    """The kind of a response: what it begins like, else its declared type, else its name.

    Servers send feeds as HTML and HTML as plain text, so markup is believed before the header.
    """
    found = kind_of_content(head)
    if found.is_markup or found is FileKind.PDF:
        return found
    return MEDIA_TYPES.get(media_type.lower()) or kind_of_name(name) or found
