"""A browser, an invented warehouse, and the review app running on it."""

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect

from desk import write_report
from desk.review.app import create_app
from desk.review.text_readers import TextReaders
from desk.review.warehouse_access import WarehouseAccess
from extractors import read_quantity
from extractors.events import find_places, read_days
from schemas import Batch, EventMention
from tests.desk import world
from tests.warehouse.examples import claim, document, extraction, run
from warehouse import load_batch, migrate
from warehouse.read_models.claim_rows import MarkedClaim

PATIENCE = 60.0
"""Seconds that a test waits for a page or for the file: a machine may be busy with other work."""
READERS = TextReaders(read_quantity, read_days, find_places)
expect.set_options(timeout=1_000 * PATIENCE)


def wait_for_page(page: Page, words: str) -> None:
    """Wait for a page with these words, and for its script, without which no key works."""
    page.get_by_text(words).wait_for()
    page.wait_for_load_state()


def wait_for_saves(page: Page) -> None:
    """Wait until all decisions are recorded: they are sent while the next claim is shown."""
    expect(page.locator("#saving")).to_have_text("All saved")


@dataclass
class Watched:
    """A browser window that notes everything it should not do."""

    page: Page
    troubles: list[str]

    @classmethod
    def open(
        cls, context: BrowserContext, allowed: str, kept_out: Sequence[str], is_hostile: bool
    ) -> "Watched":
        """A new window that may load addresses with the allowed beginning only.

        Args:
            context: The browser.
            allowed: How the addresses begin.
            kept_out: Words of the browser's messages on what it keeps a hostile page from.
            is_hostile: Whether a page asks for other addresses, which the policy has to block.
        """
        page, troubles = context.new_page(), list[str]()
        page.set_default_timeout(1_000 * PATIENCE)

        def on_request(url: str) -> None:
            if not url.startswith(allowed):
                troubles.append(f"asked for {url}")

        def on_failure(url: str, failure: str | None) -> None:
            if is_hostile and failure == "csp" and not url.startswith(allowed):
                troubles.remove(f"asked for {url}")

        def on_console(kind: str, text: str) -> None:
            if kind == "error" and not any(words in text for words in ("status of", *kept_out)):
                troubles.append(f"console: {text}")

        page.on("request", lambda request: on_request(request.url))
        page.on("requestfailed", lambda request: on_failure(request.url, request.failure))
        page.on("console", lambda message: on_console(message.type, message.text))
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (troubles.append("a dialog"), dialog.dismiss()))
        return cls(page, troubles)


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Opens windows, and at the end checks that none did what it should not."""
    contexts: list[BrowserContext] = []
    opened: list[Watched] = []

    def opener(
        allowed: str = "file:",
        width: int = 1280,
        height: int = 900,
        kept_out: Sequence[str] = (),
        is_hostile: bool = False,
    ) -> Watched:
        contexts.append(browser.new_context(viewport={"width": width, "height": height}))
        opened.append(Watched.open(contexts[-1], allowed, kept_out, is_hostile))
        return opened[-1]

    yield opener
    for context in contexts:
        context.close()
    assert [trouble for watched in opened for trouble in watched.troubles] == []


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("world") / "fires.duckdb"
    world.build(path)
    return path


@pytest.fixture(scope="session")
def report(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the report on the invented reports."""
    return write_report(prepared, tmp_path_factory.mktemp("desk") / "report").parent


@pytest.fixture
def database(prepared: Path, tmp_path: Path) -> Path:
    """A warehouse of invented reports that a test may change."""
    path = tmp_path / "fires.duckdb"
    shutil.copy(prepared, path)
    return path


@dataclass
class Desk:
    """The review app, running."""

    address: str
    database: Path
    store: WarehouseAccess

    def sign_in(self, page: Page, name: str = "Ana Petrel") -> Page:
        """Sign a reviewer in."""
        page.goto(f"{self.address}/signin")
        page.fill("#reviewer", name)
        page.click("button.primary")
        page.wait_for_url(f"{self.address}/")
        return page

    def begin(self, page: Page) -> Page:
        """Sign a reviewer in, who opens the first claim of the queue."""
        self.sign_in(page).keyboard.press("Enter")
        page.wait_for_url("**/claims/*")
        return page


@pytest.fixture
def running() -> Iterator[Callable[..., Desk]]:
    """Starts review apps, and stops them at the end."""
    servers: list[tuple[uvicorn.Server, threading.Thread]] = []

    def start(database: Path, token: str | None = None, patience: float = PATIENCE) -> Desk:
        migrate(database)
        store = WarehouseAccess(database, patience)
        listening = socket.create_server(("127.0.0.1", 0))
        app = create_app(store, ["127.0.0.1", "localhost"], READERS, token)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        servers.append((server, thread))
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        return Desk(f"http://127.0.0.1:{listening.getsockname()[1]}", database, store)

    yield start
    for server, _ in servers:
        server.should_exit = True
    for _, thread in servers:
        thread.join(10)


@pytest.fixture
def desk(running: Callable[..., Desk], database: Path) -> Desk:
    """The review app on the invented reports."""
    return running(database)


@pytest.fixture
def dated_text(desk: Desk) -> tuple[str, str]:
    """A text with a claim whose harm and day were misread, and the claim."""
    source = document(
        "Blast at Orsk.\n\nOn Thursday 7 bakers were hurt, said Ib Holm on Friday.",
        title="Blast at Orsk",
        published=datetime(2031, 5, 3, tzinfo=UTC),
    )
    found = claim(source, "7", 7, group="bakers", where="Orsk", speaker="Ib Holm").model_copy(
        update={
            "event": EventMention(
                when="Friday", where="Orsk", date_from=date(2031, 5, 2), date_to=date(2031, 5, 2)
            )
        }
    )
    batch = Batch(documents=[source], extractions=[extraction(source, [found])])
    load_batch(desk.database, run("dated"), batch)
    return source.document_id, found.claim_id


def told_now(desk: Desk, claim_id: str) -> MarkedClaim:
    with desk.store.reading() as reader:
        return next(reader.claims("claim_id = ?", "1", claim_id))
