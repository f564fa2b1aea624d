"""WARC records to responses: what a web server once sent."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from typing import Any

from intake.archives.warc_records import Piece, split_records
from intake.limits import Limits
from intake.reading.byte_streams import CHUNK, Readable
from intake.rejections import TerminalError

HEADERS = 64 * 1024
"""What a record may have beside its page."""
TEXTUAL = ("text/", "application/xhtml", "application/rss", "application/atom", "application/xml")


@dataclass(frozen=True)
class Response:
    """What a server sent, as received.

    Attributes:
        url: The address that answered.
        status: HTTP status.
        headers: Names in lower case, and values.
        body: The bytes, without their compression for the way.
        received: When (UTC).
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    received: datetime

    @property
    def media_type(self) -> str:
        """The declared media type, without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The declared encoding."""
        message = Message()
        message["content-type"] = self.headers.get("content-type", "")
        return message.get_content_charset()


def read_responses(pieces: Iterator[Piece], limits: Limits) -> Iterator[Response | TerminalError]:
    """Read the pages of a WARC file: responses and resources that are text, conversions of such.

    Requests, redirects, errors, images and the like are passed over.

    Args:
        pieces: The file's bytes, unpacked, with errors where that failed.
        limits: How large a page may be.
    """
    most = limits.page_bytes + HEADERS
    for record in split_records(pieces, most):
        if isinstance(record, TerminalError):
            yield record
            continue
        try:
            response = _parse(record, limits.page_bytes)
        except TerminalError as error:
            yield error
            continue
        if response is None or response.status != 200 or not _is_text(response):
            continue
        if len(record) >= most or len(response.body) > limits.page_bytes:
            yield TerminalError(
                "too_large",
                f"The archived page {response.url} is larger than {limits.page_bytes:,} bytes; "
                "raise the limit.",
            )
        else:
            yield response


def _is_text(response: Response) -> bool:
    media_type = response.media_type
    return not media_type or media_type.startswith(TEXTUAL)


def _parse(raw: bytes, most: int) -> Response | None:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - only archives need it

    try:
        record = next(iter(ArchiveIterator(io.BytesIO(raw))), None)
        return _response(record, most) if record else None
    except Exception as error:
        # The library fails in whatever way a damaged header makes it.
        raise TerminalError(
            "corrupt_record",
            f"A record of the archive cannot be read ({error}); get it again.",
            raw[:200].decode("utf-8", "replace"),
        ) from error


def _response(record: Any, most: int) -> Response | None:
    if record.rec_type not in {"response", "resource", "conversion"}:
        return None
    http = record.http_headers
    headers = {name.lower(): value for name, value in http.headers} if http else {}
    if not http:
        headers = {"content-type": record.rec_headers.get_header("Content-Type") or ""}
    url = record.rec_headers.get_header("WARC-Target-URI")
    if not url:
        return None
    status = int(http.get_statuscode()) if http else 200
    return Response(
        url=url,
        status=status,
        headers=headers,
        body=_read(record.content_stream(), most),
        received=_moment(record.rec_headers.get_header("WARC-Date")),
    )


def _read(stream: Readable, most: int) -> bytes:
    """Read as much as a page may have, and one byte more where there is more."""
    body = bytearray()
    while len(body) <= most and (piece := stream.read(CHUNK)):
        body += piece
    return bytes(body[: most + 1])


def _moment(written: str | None) -> datetime:
    moment = datetime.fromisoformat(written or "")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
