"""A page that shows again what it showed before is read again."""

from datetime import UTC, datetime, timedelta

import pytest

from flows.runs import start_run
from flows.staging import load_staged, stage_batch
from flows.watching import Watch, unread
from intake.fetching.response_store import ResponseStore
from intake.fetching.transfer import Received
from intake.pages import read_pages
from intake.web import visit
from warehouse import open_warehouse

pytestmark = pytest.mark.slow

ADDRESS = "https://news.example/flood"
PAGE = "<html><body><article><h1>Flood in Verado</h1><p>{}</p></article></body></html>"
SEVEN, NINE = "Police said seven people were killed.", "Police said nine people were killed."


class Site:
    """An address that shows something else every day."""

    def __init__(self):
        self.now, self.shows = datetime(2026, 3, 1, tzinfo=UTC), ""

    def fetch(self, url, **_):
        self.now += timedelta(days=1)
        headers = (("Content-Type", "text/html"),)
        return Received(url, 200, "OK", headers, PAGE.format(self.shows).encode(), self.now)


def load(database, items):
    run = start_run("watch", ())
    made = stage_batch(list(items), str(database.parent / run.run_id), run.extractor)
    return load_staged(database, run, [made]).pages, made.counts.pages


def look(site, store, database):
    round_ = Watch(store, lambda url, named: visit(url, site, store, named=named))
    extractor = start_run("watch", ()).extractor
    load(database, unread(round_.read(ADDRESS), database, extractor))
    round_.settle()


def values(database):
    with open_warehouse(database, read_only=True) as connection:
        return connection.execute("select value from current_claims").fetchall()


@pytest.mark.parametrize(
    ("shown", "value"), [((SEVEN, NINE), 9), ((SEVEN, NINE, SEVEN), 7), ((SEVEN, NINE) * 2, 9)]
)
def test_what_is_shown_now_counts(tmp_path, shown, value):
    site, store, database = Site(), ResponseStore(tmp_path), tmp_path / "test.duckdb"
    for site.shows in shown:
        look(site, store, database)
    assert values(database) == [(value,)]
    load(tmp_path / "anew.duckdb", read_pages([str(tmp_path / "responses")]))
    assert values(tmp_path / "anew.duckdb") == [(value,)]


def test_a_file_that_was_put_back_is_read_once_more(tmp_path):
    page, database = tmp_path / "flood.html", tmp_path / "test.duckdb"
    extractor = start_run("watch", ()).extractor
    read = []
    for shown in (SEVEN, SEVEN, NINE, SEVEN, SEVEN):
        page.write_text(PAGE.format(shown))
        items = list(unread(read_pages([str(page)]), database, extractor))
        read.append(len(items))
        load(database, items)
    assert read == [1, 0, 1, 1, 0]
    assert values(database) == [(7,)]
