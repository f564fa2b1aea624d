"""Words of a text that somebody selected, read as the days that they mean."""

from datetime import date

from extractors.document.text import fold
from extractors.events.when.clock import Clock
from extractors.events.when.dated import not_after
from extractors.events.when.document_creation_time import read_document_creation_time
from extractors.events.when.timex import find_times
from schemas import Document


def read_days(document: Document, start: int, end: int) -> tuple[date | None, date | None]:
    """Read words of a document as days.

    Args:
        document: The document, which tells when it was written.
        start: Where the words begin.
        end: Where they end.

    Returns:
        The first and the last day that the first date in the words means; nulls where they hold
        none, or nothing tells which days it means.
    """
    folded = fold(document.text)
    written = read_document_creation_time(document, folded).written
    meant = (time.resolve(Clock(written)) for time in find_times(folded, start, end))
    days = next(filter(None, meant), None)
    if days is None:
        return None, None
    told = not_after(days, written)
    return told.start, told.end
