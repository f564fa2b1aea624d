"""Documents of a sentence or two, and the mention of a count in them."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from extractors.document.analysis import DocumentAnalysis
from extractors.events import EventReader
from schemas import DatePrecision, Document, EventMention

Mentioned = Callable[..., EventMention]
LEAD = "A bomb killed nine people at a market in Maiduguri on Sunday, police said.\n\n"


def make_document(text: str, published: str | None = "2016-08-19") -> Document:
    """A document of that text, published on a Friday where nothing else is said."""
    return Document(
        document_id="made-up",
        text=text,
        published=datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None,
        published_precision=DatePrecision.DAY if published else None,
    )


@pytest.fixture
def mention() -> Mentioned:
    """Finds the mention of the count that stands in curly brackets."""

    def find(marked: str, published: str | None = "2016-08-19") -> EventMention:
        start, end = marked.index("{"), marked.index("}") - 1
        document = make_document(marked.replace("{", "").replace("}", ""), published)
        return EventReader(DocumentAnalysis(document.text), document).find_mention(start, end)

    return find
