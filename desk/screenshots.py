"""Take pictures of the desk's main pages: `python -m desk.screenshots DATABASE FOLDER`."""

import shutil
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desk.desk_error import DeskError
from desk.report import write_report
from desk.review.app import create_app
from desk.review.text_readers import TextReaders
from desk.review.warehouse_access import WarehouseAccess
from warehouse import migrate

SIZES = {"desk": (1200, 860), "phone": (390, 844)}
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
KINDS = ("events", "speakers", "outlets", "documents")


def main() -> None:
    """Read the command line."""
    if len(sys.argv) != 3:
        sys.exit("usage: python -m desk.screenshots DATABASE FOLDER")
    try:
        take(Path(sys.argv[1]), Path(sys.argv[2]))
    except DeskError as error:
        sys.exit(str(error))


def take(database: Path, folder: Path) -> None:
    """Take pictures of the report and of the review app, each at a desk and on a phone.

    The warehouse is copied first: nothing that happens here is a decision.

    Raises:
        DeskError: Playwright or a browser is missing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place, browser() as window:
        copy = Path(shutil.copy(database, place))
        migrate(copy)
        front = write_report(copy, Path(place) / "report")
        with running(copy) as address:
            for name, (width, height) in SIZES.items():
                page = window.new_page(viewport={"width": width, "height": height})
                for title, target in chain(report_pages(front.parent), desk_pages(page, address)):
                    page.goto(target)
                    page.screenshot(path=folder / f"{title}-{name}.png")


def report_pages(folder: Path) -> Iterator[tuple[str, str]]:
    """The report's lists, and of each kind of page the largest."""
    for name in ("index", "quality"):
        yield name, (folder / f"{name}.html").as_uri()
    for kind in KINDS:
        pages = sorted(folder.glob(f"{kind}/*.html"), key=lambda page: page.stat().st_size)
        yield from ((kind, page.as_uri()) for page in pages[-1:])


def desk_pages(page: Any, address: str) -> Iterator[tuple[str, str]]:
    """The review app's pages."""
    sign_in(page, address, "A reviewer")
    yield "queue", f"{address}/"
    first = page.locator(".queue a").first.get_attribute("href")
    yield "claim", address + first
    yield "event-desk", address + page.locator("a[href^='/events/']").first.get_attribute("href")


def sign_in(page: Any, address: str, reviewer: str) -> None:
    """Sign a reviewer in."""
    page.goto(f"{address}/signin")
    page.fill("#reviewer", reviewer)
    page.click("button.primary")
    page.wait_for_url(f"{address}/")


@contextmanager
def browser() -> Iterator[Any]:
    """A browser of this machine.

    Raises:
        DeskError: There is none.
    """
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        raise DeskError("there is no browser: install chromium")
    try:
        library = import_module("playwright.sync_api")
    except ImportError as error:
        raise DeskError("playwright is missing: run `make setup`") from error
    with library.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=FLAGS)
        try:
            yield started
        finally:
            started.close()


@contextmanager
def running(database: Path) -> Iterator[str]:
    """The review app at an address of its own."""
    import uvicorn  # noqa: PLC0415 -- only the app needs the server

    listening = socket.create_server(("127.0.0.1", 0))
    readers = TextReaders(lambda _: None, lambda *_: (None, None), lambda _: [])
    app = create_app(WarehouseAccess(database), ["127.0.0.1"], readers)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
