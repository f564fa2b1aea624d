"""Looking at sources again and again: only what is new or changed is read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from flows.open_for_reading import PATIENCE, open_for_reading
from intake.feeds import linked_pages
from intake.fetching.response_store import ResponseStore
from intake.pages import read_pages
from intake.rejections import IntakeError, TransientError, rejection
from intake.web import Visit
from schemas import Page, Rejection
from warehouse.operations import Visited

READ_BEFORE = """
select page_id
from pages
where not exists (
    from documents
    left join extractions
        on extractions.document_id = documents.document_id and extractions.extractor = ?
    where documents.page_id = pages.page_id
        and documents.superseded is null
        and extractions.document_id is null
)
"""
REPLACED = """
with current as (
    select documents.document_id, pages.page_id, pages.address
    from documents
    inner join pages on pages.page_id = documents.page_id
    where documents.superseded is null
)
select pages.page_id
from pages
where pages.page_id in (
        select page_id from documents where document_id not in (select document_id from current)
    )
    and exists (
        from current
        where current.address = pages.address and current.page_id <> pages.page_id
    )
union
select pages.page_id
from pages
inner join pages as later on later.address = pages.address and later.fetched > pages.fetched
where pages.page_id not in (select page_id from documents where page_id is not null)
"""
"""Pages whose address showed others since: seen again, they were put back."""
REJECTED = "select rejection_id from rejections"
FAILED = """
select documents.page_id
from documents
inner join rejections on rejections.document_id = documents.document_id
where rejections.reason = 'extractor_failed'
"""
"""Pages with a document on which the extractor failed: it may have been the machine's fault."""

Look = Callable[[str, bool], Visit]


class Watch:
    """Visits to addresses on the web, which count only once what they gave is loaded."""

    def __init__(self, store: ResponseStore, look: Look) -> None:
        """Begin a round of visits.

        Args:
            store: Keeps what is received.
            look: Visits an address, given whether a person named it.
        """
        self._store = store
        self._visits: list[Visit] = []
        self.visited: list[Visited] = []
        self._look = look

    def read(self, address: str) -> Iterator[Page | Rejection]:
        """Read what is new at an address and, where that is a feed, at those it leads to."""
        try:
            seen = self._visit(address, named=True)
        except IntakeError as error:
            yield rejection(error, address)
            return
        links: list[str] = []
        for item in self._pages(seen):
            links += linked_pages(item) if isinstance(item, Page) else ()
            yield item
        is_whole = True
        for link in links:
            try:
                followed = self._visit(link, named=False)
            except IntakeError as error:
                is_whole = is_whole and not isinstance(error, TransientError)
                yield rejection(error, link)
            else:
                yield from self._pages(followed)
                self._visits.append(followed)
        # A feed with a link that may go well later counts as not yet seen.
        if is_whole:
            self._visits.append(seen)

    def _visit(self, address: str, *, named: bool) -> Visit:
        try:
            found = self._look(address, named)
        except IntakeError as error:
            self.visited.append(Visited(address, "failed", error.reason, error.message))
            raise
        self.visited.append(Visited(address, "new" if found.path else "unchanged"))
        return found

    @staticmethod
    def _pages(seen: Visit) -> Iterator[Page | Rejection]:
        return read_pages([str(seen.path)]) if seen.path else iter(())

    def settle(self) -> Sequence[Visited]:
        """Have the visits count, for what they gave is safe; tell how each ended."""
        for seen in self._visits:
            if seen.path is not None:
                self._store.remember(seen.url, seen.received, seen.path)
        return self.visited


def unread(
    items: Iterable[Page | Rejection], database: Path, extractor: str
) -> Iterator[Page | Rejection]:
    """Leave out the pages that this version of the extractor has read and that still count."""
    known = read_before(database, extractor) - replaced(database)
    for item in items:
        if isinstance(item, Rejection) or item.page_id not in known:
            yield item


def read_before(database: Path, extractor: str) -> frozenset[str]:
    """The pages of a warehouse whose claims are of this version of the extractor."""
    return page_ids(database, READ_BEFORE, extractor)


def held(database: Path, extractor: str) -> frozenset[str]:
    """Pages and rejections of a warehouse that this version of the extractor need not read."""
    read = read_before(database, extractor) | page_ids(database, REJECTED)
    return read - replaced(database)


def held_for_good(database: Path, extractor: str) -> frozenset[str]:
    """The same without pages on which the extractor failed, which a watch does not try again."""
    return held(database, extractor) - page_ids(database, FAILED)


def replaced(database: Path) -> frozenset[str]:
    """The pages of a warehouse that gave way to others at their address."""
    return page_ids(database, REPLACED)


def page_ids(database: Path, query: str, *values: str) -> frozenset[str]:
    """The pages that a query names; none where there is no warehouse yet."""
    if not database.exists():
        return frozenset()
    with open_for_reading(database, PATIENCE) as connection:
        return frozenset(name for (name,) in connection.execute(query, values).fetchall())
