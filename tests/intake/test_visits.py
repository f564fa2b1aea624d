"""Watching an address: only what is new or changed, kept as received, readable offline."""

import gzip
from pathlib import Path

import pytest

from intake import read_pages
from intake.fetching.fetcher import Fetcher
from intake.fetching.response_store import ResponseStore
from intake.web import Visit, read_url, visit
from schemas import Page
from tests.intake.conftest import Clock
from tests.intake.faulty_server import STORY, Handler, Site


@pytest.fixture
def store(tmp_path: Path) -> ResponseStore:
    return ResponseStore(tmp_path / "store")


def look(site: Site, fetcher: Fetcher, store: ResponseStore) -> Visit:
    found = visit(f"{site.address}/page", fetcher, store)
    if found.path:
        store.remember(found.url, found.received, found.path)
    return found


def test_unchanged_page_is_not_sent_again(
    site: Site, fetcher: Fetcher, store: ResponseStore
) -> None:
    conditions: list[tuple[str | None, str | None]] = []
    stamp = "Mon, 02 Mar 2026 10:00:00 GMT"

    def tagged(handler: Handler) -> None:
        asked = handler.headers.get("If-None-Match"), handler.headers.get("If-Modified-Since")
        conditions.append(asked)
        known = asked[0] == '"v1"'
        headers = {"ETag": '"v1"', "Last-Modified": stamp}
        handler.send(304 if known else 200, b"" if known else STORY.encode(), headers)

    site.routes["/page"] = tagged
    assert look(site, fetcher, store).path is not None
    assert look(site, fetcher, store).path is None
    assert conditions == [(None, None), ('"v1"', stamp)]


def test_same_content_without_a_tag_is_nothing_new(
    site: Site, fetcher: Fetcher, store: ResponseStore
) -> None:
    site.answer("/page", STORY.encode())
    assert look(site, fetcher, store).path is not None
    assert look(site, fetcher, store).path is None


def test_changed_page_is_a_new_version(site: Site, fetcher: Fetcher, store: ResponseStore) -> None:
    paths = []
    for text in (STORY, STORY.replace("Two", "Three")):
        site.answer("/page", text.encode(), Content_Type="text/plain")
        paths.append(look(site, fetcher, store).path)
    pages = [page for path in paths for page in read_pages([str(path)]) if isinstance(page, Page)]
    assert [page.content for page in pages] == [STORY, STORY.replace("Two", "Three")]
    assert len({page.page_id for page in pages}) == 2
    assert len({page.address for page in pages}) == 1


def test_visit_that_was_not_remembered_is_made_again(
    site: Site, fetcher: Fetcher, store: ResponseStore
) -> None:
    site.answer("/page", STORY.encode())
    first = visit(f"{site.address}/page", fetcher, store)
    second = visit(f"{site.address}/page", fetcher, store)
    assert first.path == second.path is not None


def test_stored_response_reads_as_the_live_one(
    site: Site, fetcher: Fetcher, store: ResponseStore, clock: Clock
) -> None:
    body = gzip.compress(STORY.encode())
    site.answer("/page", body, Content_Type="text/plain", Content_Encoding="gzip")
    received = fetcher.fetch(f"{site.address}/page")
    assert received.body == body
    store.keep(received)
    (offline,) = read_pages([str(store.folder / "responses")])
    (live,) = read_url(f"{site.address}/page", fetcher)
    assert isinstance(offline, Page)
    assert isinstance(live, Page)
    assert offline.content == STORY
    assert offline.page_id == live.page_id


def test_the_whole_folder_reads_as_its_responses(
    site: Site, fetcher: Fetcher, store: ResponseStore
) -> None:
    site.answer("/page", STORY.encode())
    look(site, fetcher, store)
    (page,) = read_pages([str(store.folder)])
    assert isinstance(page, Page), "notes of visits are no inputs"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"url": 1}', b"\xff"])
def test_damaged_note_means_reading_again(
    damage: bytes, site: Site, fetcher: Fetcher, store: ResponseStore
) -> None:
    site.answer("/page", STORY.encode())
    look(site, fetcher, store)
    (note,) = (store.folder / ".addresses").rglob("*.json")
    note.write_bytes(damage)
    assert look(site, fetcher, store).path is not None


def test_lost_response_means_reading_again(
    site: Site, fetcher: Fetcher, store: ResponseStore
) -> None:
    site.answer("/page", STORY.encode(), ETag='"v1"')
    path = look(site, fetcher, store).path
    assert path is not None
    path.unlink()
    assert look(site, fetcher, store).path == path
    assert path.exists()
