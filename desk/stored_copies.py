"""Copies of pages as they were read: what a text was taken from, when its page is gone."""

from desk.kept_pages import stamp_of
from desk.links import copy_page
from desk.page_partitions import ALL, PagePartition
from desk.shown_markup import shown_markup
from desk.site import Site
from warehouse.read_models.page_rows import StoredPage
from warehouse.read_models.reader import Reader

MOST_BYTES = 40_000_000
"""Of all copies of a report; of more pages those that were read last have one."""


def write_copies(reader: Reader, site: Site, share: PagePartition = ALL) -> None:
    """Write the copies of a share of the pages."""
    ours = f"size_so_far <= {MOST_BYTES} and {share.condition('page_id')}"
    for page in reader.rows(StoredPage, ours, "page_id"):
        file, stamp = copy_page(page.page_id), stamp_of(page)
        if not site.keeps(file, stamp):
            site.write("copy.html", file, "documents.html", stamp, kept=page, shown=shown(page))


def copies_of(reader: Reader) -> dict[str, str]:
    """The stored copies by the documents that were taken from their pages."""
    return {document: copy_page(page) for document, page in reader.documents_with_copy(MOST_BYTES)}


def shown(page: StoredPage) -> str:
    """What a copy shows of a page: its markup without what it would not show, or its text."""
    return shown_markup(page.content) if page.is_markup else page.content
