"""Reading stored pages again keeps what was corrected since as it stands."""

from datetime import UTC, datetime

import pytest

from flows.reextract import read_stored, stored_pages
from flows.runs import start_run
from flows.staging import load_staged, stage_batch
from intake.content import make_page
from intake.fetching.transfer import Received
from intake.limits import DEFAULT_LIMITS
from intake.reading.kinds import FileKind
from intake.web import pages_of
from warehouse import open_warehouse

CURRENT = "select value from current_claims order by value"
PAGE = "<html><body><article><h1>Flood in Verado</h1><p>{}</p></article></body></html>"


def loaded(database, items, name):
    made = stage_batch(list(items), str(database.parent / name), "test")
    load_staged(database, start_run("run", ()), [made])


def received(dead):
    return Received(
        url="https://news.example/flood",
        status=200,
        reason="OK",
        headers=(("Content-Type", "text/html"),),
        body=PAGE.format(f"Police said {dead} people were killed.").encode(),
        received=datetime(2026, 3, dead, tzinfo=UTC),
    )


def current(database):
    with open_warehouse(database, read_only=True) as connection:
        return connection.execute(CURRENT).fetchall()


@pytest.mark.slow
def test_a_corrected_page_stays_corrected(tmp_path):
    database = tmp_path / "test.duckdb"
    loaded(database, pages_of(received(7), DEFAULT_LIMITS), "first")
    loaded(database, pages_of(received(9), DEFAULT_LIMITS), "second")
    assert current(database) == [(9,)]
    names, total = stored_pages(database, frozenset())
    pages = list(read_stored(database, names))
    assert [page.size for page in pages] == [total]
    loaded(database, pages, "again")
    assert current(database) == [(9,)]


def test_a_page_that_gave_nothing_is_read_again(tmp_path):
    database = tmp_path / "test.duckdb"
    page = make_page(b"<rss><channel></channel></rss>", "https://news.example/feed", FileKind.FEED)
    loaded(database, [page], "first")
    names, _ = stored_pages(database, frozenset())
    assert names == [page.page_id]
