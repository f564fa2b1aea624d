"""A crawler that leaves WARC archives in a folder, one of them cut short at first."""

import time
from datetime import UTC, datetime
from pathlib import Path

from intake.fetching.response_store import as_warc, write_whole
from intake.fetching.transfer import Received
from tests.flows.soak_pages import story
from tests.flows.soak_site import Site

FIRST = 104
"""Number of the first story of the archives; the site's and the bucket's are below."""
PAGES = 3
"""Pages in an archive."""
ARCHIVE_SECONDS = 900
"""A new archive this often."""
CUT = 1
"""The archive that lacks its end until the next one is there."""


def crawl(folder: Path, site: Site) -> None:
    """Leave archives for as long as the program runs."""
    number = 0
    while True:
        leave_archive(folder, number, site, cut=number == CUT)
        if number == CUT + 1:
            leave_archive(folder, CUT, site)
        number += 1
        time.sleep(max(0.0, number * ARCHIVE_SECONDS - site.age))


def leave_archive(folder: Path, number: int, site: Site, *, cut: bool = False) -> None:
    """Write an archive, and enter the pages that are whole in it as sent."""
    first = FIRST + number * PAGES
    pages = [response(each) for each in range(first, first + PAGES)]
    records = [as_warc(page) for page in pages]
    if cut:
        pages.pop()
        records[-1] = records[-1][: len(records[-1]) // 2]
    write_whole(folder / f"crawl-{number}.warc.gz", b"".join(records))
    for page in pages:
        site.note_sent(page.url, page.body)


def response(number: int) -> Received:
    """What the crawler got for a story."""
    headers = (("Content-Type", "text/html"),)
    address = f"http://crawl.example/{number}"
    return Received(address, 200, "OK", headers, story(number, number), datetime.now(UTC))
