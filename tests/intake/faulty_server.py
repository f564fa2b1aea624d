"""A web server on this machine that does what servers do when they misbehave."""

import gzip
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STORY = "Crane falls on the quay at Port Lorne\n\nTwo dockers were hurt, the harbour master said.\n"


@dataclass
class Site:
    """The server's state: what it answers, what it was asked, and when to let go.

    Attributes:
        address: Its address, without a final slash.
        routes: What to do for a path.
        asked: How often each path was asked for.
        agents: Who asked.
        over: Set at the end, so that handlers that hang go home.
    """

    address: str = ""
    routes: dict[str, Callable[["Handler"], None]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    agents: set[str] = field(default_factory=set)
    over: threading.Event = field(default_factory=threading.Event)

    def answer(self, path: str, body: bytes, status: int = 200, **headers: str) -> None:
        """Answer a path with a body; underscores of header names stand for hyphens."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.routes[path] = lambda handler: handler.send(status, body, named)


class Handler(BaseHTTPRequestHandler):
    """Looks up what to do for the path."""

    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        self.site.asked[self.path] += 1
        self.site.agents.add(self.headers.get("User-Agent", ""))
        route = self.site.routes.get(self.path)
        self.close_connection = True
        if route is None:
            self.send(404, b"no such page", {})
        else:
            route(self)

    def send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        """Answer, with a length unless the headers tell one."""
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def hang(handler: Handler) -> None:
    """Accept, and never answer."""
    handler.site.over.wait(30)


def drip(handler: Handler) -> None:
    """Send a header a byte at a time, for ever."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not handler.site.over.wait(0.02):
        try:
            handler.wfile.write(b"x")
        except OSError:
            return


def drip_body(handler: Handler) -> None:
    """Send a body a byte at a time, for ever."""
    handler.send(200, b"", {"Content-Type": "text/plain", "Content-Length": "1000000"})
    while not handler.site.over.wait(0.02):
        try:
            handler.wfile.write(b"x")
        except OSError:
            return


def flood(handler: Handler) -> None:
    """Send without end."""
    handler.send(200, b"", {"Content-Type": "text/plain", "Content-Length": str(10**10)})
    try:
        while not handler.site.over.is_set():
            handler.wfile.write(b"x" * 65_536)
    except OSError:
        return


def break_off(handler: Handler) -> None:
    """Promise more than is sent."""
    handler.send(200, STORY.encode(), {"Content-Length": "5000"})


def bomb(handler: Handler) -> None:
    """Send a little that unpacks to much."""
    handler.send(200, gzip.compress(bytes(30_000_000)), {"Content-Encoding": "gzip"})


@contextmanager
def serve() -> Iterator[Site]:
    """Run a site until the end of the block."""
    site = Site()
    handler = type("OwnHandler", (Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        thread.join()
        server.server_close()
