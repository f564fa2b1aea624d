"""A news site and an object storage on this machine that change, fail and lie.

They keep a ledger of what they sent, and a WARC archive of each page that left in whole.
"""

import gzip
import json
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import formatdate
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from warcio.warcwriter import WARCWriter

from tests.flows.soak_bucket import bucket
from tests.flows.soak_pages import story, town

STORY_SECONDS = 120
"""A new story this often."""
CORRECTION_SECONDS = 480
"""Every third story is corrected so long after it appeared."""
LISTED = 20
OUTAGE, PERIOD = 180, 900
"""`/outage` is down for so long at the end of each period."""
ITEM = "<item><title>Landslide near {town}</title><link>{root}/story/{number}</link></item>"
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>The Ledger</title>{}</channel></rss>'
)


@dataclass
class Site:
    """What the site knows, and what it has sent.

    Attributes:
        ledger: File of answers, a JSON object a line.
        archive: WARC file of the pages that were sent in whole.
        began: When it opened.
        asked: How often each path was asked for.
    """

    ledger: Path
    archive: Path
    began: float = field(default_factory=time.time)
    asked: Counter[str] = field(default_factory=Counter)
    root: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def age(self) -> float:
        """Seconds since it opened."""
        return time.time() - self.began

    def count(self, path: str) -> int:
        """Count a question; the first is 1."""
        with self._lock:
            self.asked[path] += 1
            return self.asked[path]

    def note(self, address: str, event: str) -> None:
        """Enter an answer."""
        self._enter({"address": address, "event": event})

    def note_sent(self, address: str, body: bytes, kind: str = "text/html") -> None:
        """Enter that a whole page left, and keep it."""
        with self._lock, self.archive.open("ab") as stream:
            writer = WARCWriter(stream, gzip=True)
            writer.write_record(
                writer.create_warc_record(
                    address, "resource", payload=BytesIO(body), warc_content_type=kind
                )
            )
        self._enter({"address": address, "event": "sent", "sha256": sha256(body).hexdigest()})

    def _enter(self, row: dict[str, str]) -> None:
        with self._lock, self.ledger.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps({"time": time.time(), **row}) + "\n")


class Handler(BaseHTTPRequestHandler):
    """Answers by the first part of the path."""

    protocol_version = "HTTP/1.1"
    site: Site

    @property
    def address(self) -> str:
        """What was asked for."""
        return f"{self.site.root}{self.path}"

    def note(self, event: str) -> None:
        """Enter an answer to what was asked for."""
        self.site.note(self.address, event)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        name = urlsplit(self.path).path.split("/")[1]
        self.close_connection = True
        asked = self.site.count(self.path)
        try:
            ROUTES.get(name, gone)(self, asked)
        except OSError:
            self.note("they hung up")

    def send_page(self, body: bytes, kind: str = "text/html", tag: str | None = None) -> None:
        """Send a page, or 304 where its tag is known."""
        if tag and self.headers.get("If-None-Match") == tag:
            self.send_bare(304)
            return
        headers = {"Content-Type": kind, **({"ETag": tag} if tag else {})}
        self.send_whole(200, body, headers)
        self.site.note_sent(self.address, body, kind)

    def send_bare(self, status: int, **headers: str) -> None:
        """Send a status without a page."""
        self.send_whole(status, b"", {key.replace("_", "-"): each for key, each in headers.items()})
        self.note(str(status))

    def send_whole(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        """Write an answer."""
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def robots(handler: Handler, _: int) -> None:
    """Forbid one page."""
    handler.send_whole(200, b"User-agent: *\nDisallow: /forbidden\n", {})


def feed(handler: Handler, asked: int) -> None:
    """The last stories; now and then cut off in the middle, as feeds are."""
    newest = int(handler.site.age // STORY_SECONDS)
    numbers = range(max(0, newest - LISTED + 1), newest + 1)
    root = handler.site.root
    items = "".join(ITEM.format(town=town(n), root=root, number=n) for n in numbers)
    whole = FEED.format(items).encode()
    body = whole[: len(whole) // 2] if asked % 11 == 0 else whole
    handler.send_page(body, "application/rss+xml", tag=f'"{sha256(body).hexdigest()[:16]}"')


def one_story(handler: Handler, asked: int) -> None:
    """A story; some fail at first, some break off, every third is corrected later."""
    number = int(handler.path.rsplit("/", 1)[1])
    if number % 5 == 1 and asked <= 2:
        handler.send_bare(500)
    elif number % 5 == 2 and asked == 1:
        break_off(handler, asked)
    elif number % 5 == 3 and asked == 1:
        handler.send_bare(429, Retry_After="2")
    else:
        late = handler.site.age - number * STORY_SECONDS > CORRECTION_SECONDS
        body = story(number, number + 3 + (10 if number % 3 == 0 and late else 0))
        handler.send_page(body, tag=f'"{sha256(body).hexdigest()[:16]}"')


def live(handler: Handler, _: int) -> None:
    """A page whose figure grows every five minutes, without a tag."""
    handler.send_page(story(130, 100 + int(handler.site.age // 300)))


def restless(handler: Handler, asked: int) -> None:
    """Always the same page, always under another tag and a date in the future."""
    body = story(131, 7)
    ahead = formatdate(time.time() + 86_400, usegmt=True)
    headers = {"Content-Type": "text/html", "ETag": f'"{asked}"', "Last-Modified": ahead}
    handler.send_whole(200, body, headers)
    handler.site.note_sent(handler.address, body)


def liar(handler: Handler, asked: int) -> None:
    """Changes each time under one tag: says 304 to whoever knows it."""
    handler.send_page(story(132, 50 + asked), tag='"same"')


def outage(handler: Handler, _: int) -> None:
    """Down at the end of each period; changes with each."""
    age = handler.site.age
    if age % PERIOD > PERIOD - OUTAGE:
        handler.send_bare(503, Retry_After="1")
    else:
        handler.send_page(story(133, 20 + int(age // PERIOD)))


def slow(handler: Handler, asked: int) -> None:
    """Every twentieth time it takes longer than anybody waits."""
    if asked % 20 == 10:
        time.sleep(35)
        handler.note("hung")
        return
    handler.send_page(story(134, 9))


def break_off(handler: Handler, _: int) -> None:
    """Promise more than is sent."""
    handler.send_whole(200, b"<html><p>Police", {"Content-Length": "5000"})
    handler.note("broke off")


def bomb(handler: Handler, _: int) -> None:
    """Send a little that unpacks to much."""
    handler.send_whole(200, gzip.compress(bytes(30_000_000), mtime=0), {"Content-Encoding": "gzip"})
    handler.note("bomb")


def circle(handler: Handler, _: int) -> None:
    """Lead in a circle."""
    handler.send_bare(302, Location="/circle")


def inside(handler: Handler, _: int) -> None:
    """Lead to a private network."""
    handler.send_bare(302, Location="http://10.20.30.40/")


def mislabelled(handler: Handler, _: int) -> None:
    """Say UTF-8 and send Latin-1."""
    body = story(135, 6).decode().replace("hillside", "cöte").encode("latin-1")
    handler.send_page(body, "text/html; charset=utf-8", tag='"latin"')


def gone(handler: Handler, _: int) -> None:
    """Not there."""
    handler.send_bare(404)


ROUTES: dict[str, Callable[[Handler, int], None]] = {
    "robots.txt": robots,
    "feed": feed,
    "story": one_story,
    "live": live,
    "restless": restless,
    "liar": liar,
    "outage": outage,
    "slow": slow,
    "broken": break_off,
    "bomb": bomb,
    "circle": circle,
    "inside": inside,
    "mislabelled": mislabelled,
    "bucket": bucket,
}
WATCHED = ("feed", *list(ROUTES)[3:-1], "gone", "forbidden")


def open_site(folder: Path) -> tuple[Site, ThreadingHTTPServer]:
    """Open the site in threads of this process."""
    site = Site(folder / "ledger.jsonl", folder / "sent.warc.gz")
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Handler,), {"site": site}))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site.root = f"http://127.0.0.1:{server.server_address[1]}"
    return site, server
