"""Responses on disk, as received: named by their content, in the format of web archives."""

import io
import json
import os
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from intake.fetching.transfer import Received
from schemas.base import fingerprint


@dataclass(frozen=True)
class Known:
    """What is known of an address from the last time that it was read.

    Attributes:
        url: The address.
        etag: The tag of the version that came.
        last_modified: The date of that version.
        path: Where the response lies, below the store's folder.
    """

    url: str
    etag: str | None
    last_modified: str | None
    path: str


class ResponseStore:
    """A folder of responses, and of what was last received from each address.

    A response is a WARC file of its own, whose name depends on its content: the same content is
    kept once, and any of them, or the folder, can be read again as an input, without the network;
    what is noted of addresses lies in a hidden folder, which is no input.
    """

    def __init__(self, folder: Path) -> None:
        """Use a folder, which is made when something is kept."""
        self.folder = folder

    def keep(self, received: Received) -> Path:
        """Write a response; the same one of an earlier visit gives way, so that the last counts."""
        path = self.place(received)
        write_whole(path, as_warc(received))
        return path

    def place(self, received: Received) -> Path:
        """Where a response is kept, or would be."""
        name = fingerprint(received.url, sha256(received.body).hexdigest(), length=40)
        return self.folder / "responses" / name[:2] / f"{name}.warc.gz"

    def known(self, url: str) -> Known | None:
        """What was last received from an address, if anything; a damaged note counts as none."""
        try:
            found = Known(**json.loads(self._note(url).read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return found if (self.folder / found.path).exists() else None

    def remember(self, url: str, received: Received, path: Path) -> None:
        """Note what was received from an address, once all that follows from it is safe.

        Args:
            url: The address that was asked.
            received: What came.
            path: Where `keep` put it.
        """
        known = Known(
            url=url,
            etag=received.header("etag"),
            last_modified=received.header("last-modified"),
            path=path.relative_to(self.folder).as_posix(),
        )
        write_whole(self._note(url), json.dumps(asdict(known)).encode())

    def _note(self, url: str) -> Path:
        name = fingerprint(url, length=40)
        return self.folder / ".addresses" / name[:2] / f"{name}.json"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, whenever the machine stops."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{fingerprint(content, length=8)}")
    try:
        with draft.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def as_warc(received: Received) -> bytes:
    """Write a response as the one record of a compressed WARC file."""
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 - only storing needs it
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    # What came in chunks is stored without them, so the header would lie.
    headers = [pair for pair in received.headers if pair[0].lower() != "transfer-encoding"]
    status = f"{received.status} {received.reason}".strip()
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    writer.write_record(
        writer.create_warc_record(
            received.url,
            "response",
            payload=io.BytesIO(received.body),
            http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": received.received.strftime("%Y-%m-%dT%H:%M:%SZ")},
        )
    )
    return stream.getvalue()
