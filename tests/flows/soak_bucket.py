"""A bucket that speaks as much of S3's protocol as reading takes, and fails and lies."""

import re
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from tests.flows.soak_pages import story

if TYPE_CHECKING:
    from tests.flows.soak_site import Handler

BUCKET = "s3://bucket/pages/"
FIRST = 72
"""Number of the bucket's first story; the site's own are below."""
OBJECT_SECONDS = 240
"""A new object this often."""
LISTING = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name>'
    "<IsTruncated>false</IsTruncated><KeyCount>{}</KeyCount>{}</ListBucketResult>"
)
ENTRY = (
    "<Contents><Key>{key}</Key><LastModified>2026-03-04T08:00:00.000Z</LastModified>"
    '<ETag>"{tag}"</ETag><Size>{size}</Size><StorageClass>STANDARD</StorageClass></Contents>'
)


def objects(age: float) -> dict[str, bytes]:
    """What the bucket holds at an age of the site (seconds), by key.

    Every third object is replaced when the second one after it appears.
    """
    newest = int(age // OBJECT_SECONDS)
    return {
        f"pages/{number}.html": story(
            FIRST + number, number + 3 + (10 if number % 3 == 0 and newest > number + 1 else 0)
        )
        for number in range(newest + 1)
    }


def bucket(handler: "Handler", asked: int) -> None:
    """Answer a request: a listing, or an object; the listing names one that is not there."""
    split = urlsplit(handler.path)
    key = split.path.removeprefix("/bucket").lstrip("/")
    held = objects(handler.site.age)
    if "list-type" in parse_qs(split.query):
        send_listing(handler, {**held, "pages/01-lost.html": b"lost"})
    elif key not in held:
        handler.send_bare(404)
    elif key.endswith("1.html") and asked <= 2:
        handler.send_bare(503)
    else:
        send_object(handler, key, held[key])


def send_listing(handler: "Handler", held: dict[str, bytes]) -> None:
    """Send the names of the objects below a prefix."""
    prefix = parse_qs(urlsplit(handler.path).query).get("prefix", [""])[0]
    entries = [
        ENTRY.format(key=key, tag=tag(body), size=len(body))
        for key, body in held.items()
        if key.startswith(prefix)
    ]
    body = LISTING.format(len(entries), "".join(entries)).encode()
    handler.send_whole(200, body, {"Content-Type": "application/xml"})


def send_object(handler: "Handler", key: str, body: bytes) -> None:
    """Send an object, or the range of it that was asked for."""
    headers = {
        "ETag": f'"{tag(body)}"',
        "Last-Modified": "Wed, 04 Mar 2026 08:00:00 GMT",
        "Content-Type": "text/html",
        "Accept-Ranges": "bytes",
    }
    if handler.command == "HEAD":
        handler.send_whole(200, body, headers)
        return
    asked = re.fullmatch(r"bytes=(\d+)-(\d*)", handler.headers.get("Range", ""))
    if not asked:
        handler.send_whole(200, body, headers)
    else:
        first, last = int(asked[1]), min(int(asked[2] or len(body)), len(body) - 1)
        headers["Content-Range"] = f"bytes {first}-{last}/{len(body)}"
        handler.send_whole(206, body[first : last + 1], headers)
    if not asked or (first, last) == (0, len(body) - 1):
        handler.site.note_sent(f"s3://bucket/{key}", body)


def tag(body: bytes) -> str:
    """The ETag of an object."""
    return sha256(body).hexdigest()[:32]
