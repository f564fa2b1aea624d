"""Short ways to read inputs in tests."""

from collections.abc import Iterable

from intake import Limits, extract_documents, read_pages
from schemas import Document, Page, Rejection

SMALL = Limits(page_bytes=50_000, row_bytes=20_000)


def read(*inputs: object, limits: Limits = SMALL) -> tuple[list[Page], list[Rejection]]:
    """The pages of inputs, and their rejections."""
    return parted(read_pages([str(given) for given in inputs], limits))


def parted(items: Iterable[Page | Rejection]) -> tuple[list[Page], list[Rejection]]:
    """Pages and rejections, apart."""
    found = list(items)
    pages = [item for item in found if isinstance(item, Page)]
    return pages, [item for item in found if isinstance(item, Rejection)]


def take(*inputs: object, limits: Limits = SMALL) -> tuple[list[Document], list[Rejection]]:
    """The documents of inputs, and what was refused in reading or in taking them."""
    pages, rejections = read(*inputs, limits=limits)
    documents: list[Document] = []
    for page in pages:
        taken, refused = extract_documents(page)
        documents += taken
        rejections += refused
    return documents, rejections
