"""Watched addresses give what is new or changed, and nothing counts before it is loaded."""

from collections.abc import Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from flows.watching import Watch
from intake.fetching.fetcher import Fetcher
from intake.fetching.policy import FetchPolicy
from intake.fetching.response_store import ResponseStore
from intake.web import visit
from schemas import Page

STORY = "<html><body><article><h1>Flood</h1><p>{}</p></article></body></html>"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>Flood</title><link>{root}/story</link><description>Flood.</description></item>
</channel></rss>"""


class Site:
    """A site whose pages a test changes; what is not there is busy."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[str, str]] = {}
        self.answers: list[tuple[str, int]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, kind, body = site.answer(self.path, self.headers.get("If-None-Match"))
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("ETag", sha256(body).hexdigest())
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.root = f"http://127.0.0.1:{self.server.server_port}"

    def answer(self, path: str, tag: str | None) -> tuple[int, str, bytes]:
        if path == "/robots.txt":
            return 404, "text/plain", b""
        kind, text = self.pages.get(path, ("text/plain", ""))
        body = text.encode()
        status = 503 if not body else 304 if tag == sha256(body).hexdigest() else 200
        self.answers.append((path, status))
        return status, kind, b"" if status == 304 else body


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    thread = Thread(target=site.server.serve_forever, daemon=True)
    thread.start()
    yield site
    site.server.shutdown()
    thread.join()
    site.server.server_close()


@pytest.fixture
def round_(tmp_path, site):
    policy = FetchPolicy(pause=0, private_hosts=frozenset({"127.0.0.1"}))
    store = ResponseStore(tmp_path / "responses")

    def begin() -> Watch:
        fetcher = Fetcher(policy)
        return Watch(store, lambda url, named: visit(url, fetcher, store, named=named))

    return begin


def texts(items) -> list[str]:
    return [item.content if isinstance(item, Page) else item.reason for item in items]


def test_an_unchanged_page_is_read_once(site, round_):
    site.pages["/story"] = ("text/html", STORY.format("Nine people were killed."))
    first = round_()
    assert len(texts(first.read(f"{site.root}/story"))) == 1
    first.settle()
    assert texts(round_().read(f"{site.root}/story")) == []
    assert [status for _, status in site.answers] == [200, 304]


def test_a_changed_page_is_read_again(site, round_):
    site.pages["/story"] = ("text/html", STORY.format("Nine people were killed."))
    first = round_()
    list(first.read(f"{site.root}/story"))
    first.settle()
    site.pages["/story"] = ("text/html", STORY.format("Ten people were killed."))
    (text,) = texts(round_().read(f"{site.root}/story"))
    assert "Ten people" in text


def test_what_was_not_loaded_is_given_again(site, round_):
    site.pages["/story"] = ("text/html", STORY.format("Nine people were killed."))
    assert len(texts(round_().read(f"{site.root}/story"))) == 1
    assert len(texts(round_().read(f"{site.root}/story"))) == 1


def test_a_feed_leads_to_its_pages_and_to_those_that_failed_again(site, round_):
    site.pages["/feed"] = ("application/rss+xml", FEED.format(root=site.root))
    first = round_()
    assert len(texts(first.read(f"{site.root}/feed"))) == 2
    first.settle()
    site.pages["/story"] = ("text/html", STORY.format("Nine people were killed."))
    second = round_()
    assert any("Nine people" in text for text in texts(second.read(f"{site.root}/feed")))
    second.settle()
    assert texts(round_().read(f"{site.root}/feed")) == []
