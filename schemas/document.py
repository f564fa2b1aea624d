"""Pages as they came, and the documents they hold."""

from datetime import datetime

from pydantic import Field, field_validator, model_validator

from schemas.base import Contract
from schemas.terms import DatePrecision

FIRST_YEAR, LAST_YEAR = 1700, 2100
"""Years in which a document can have been published; others are placeholders of programs."""
MARKUP_TYPES = frozenset({"text/html", "application/xml"})
"""Media types of pages that are written in markup."""


class Page(Contract):
    """One thing that was read: a file, a response, a row of a table.

    Attributes:
        page_id: Fingerprint of the address and the bytes.
        address: Path or URL, for a row of a table with `#` and its number.
        media_type: What the bytes are ("text/plain", "text/html", "application/json" …).
        content: The text, decoded; offsets of a text page's documents refer to it.
        encoding: How the bytes were decoded.
        size: Number of bytes received.
        fetched: When it was read (UTC).
    """

    page_id: str
    address: str
    media_type: str
    content: str = Field(repr=False)
    encoding: str = "utf-8"
    size: int = Field(ge=0)
    fetched: datetime


class Document(Contract):
    """One text with one publication: the unit of attribution and of tallies.

    Attributes:
        document_id: Fingerprint of the text, or the identifier that the input gave.
        text: The text, never altered after intake; all offsets refer to it.
        title: Headline.
        byline: Who wrote it, without "By".
        agency: News agency that the text names as its origin ("AFP").
        outlet: Who published it.
        published: When it was published, in the years 1700 to 2100; null where the page does
            not tell.
        published_precision: How much of `published` is known.
        fetched: When the page was read (UTC).
        url: Address of the page for people.
        page_id: The page that holds the document.
        page_start: Offset of `text` in the page's content; null where the text was taken out of
            markup and is no contiguous part of it.
        language: ISO 639-1 code.
    """

    document_id: str = Field(min_length=1)
    text: str = Field(repr=False)
    title: str | None = None
    byline: str | None = None
    agency: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    published_precision: DatePrecision | None = None
    fetched: datetime | None = None
    url: str | None = None
    page_id: str | None = None
    page_start: int | None = Field(default=None, ge=0)
    language: str = "en"

    @model_validator(mode="after")
    def _precision_goes_with_date(self) -> "Document":
        if (self.published is None) != (self.published_precision is None):
            raise ValueError("a publication date has a precision, and only a date has one")
        return self

    @field_validator("published")
    @classmethod
    def _date_is_in_range(cls, published: datetime | None) -> datetime | None:
        if published is not None and not FIRST_YEAR <= published.year <= LAST_YEAR:
            raise ValueError(f"nothing was published in the year {published.year}")
        return published
