"""Pages to documents: the second arrow of the pipeline."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from intake.feeds import feed_entries
from intake.markup import MarkupText, html_texts
from intake.reading.decoding import DAMAGED_UTF8, REPLACEMENT
from intake.reading.kinds import FileKind
from intake.reading.remote import is_web
from intake.rejections import IntakeError, TerminalError, bad_date, rejection
from intake.row_fields import parse_row, row_description, row_fields
from intake.text.description import Description, describe
from intake.text.posts import find_posts
from schemas import Document, Page, Rejection, Stage
from schemas.base import fingerprint

Taken = tuple[tuple[Document, ...], tuple[Rejection, ...]]


def extract_documents(page: Page) -> Taken:
    """Take the documents of a page.

    The text of a plain-text page's document is a slice of the page, and the text of a row is the
    row's own, unchanged. Out of HTML and feeds comes the text that a reader sees, below its
    headline, without an offset in the page.

    Args:
        page: What was read.

    Returns:
        The documents, and what could not be taken: the page itself, or a field of a row.
    """
    take = _TAKERS.get(page.media_type, _from_text)
    try:
        if not page.content.strip():
            raise TerminalError("empty", "The page holds no text; check how it was made.")
        documents, notes = take(page)
    except IntakeError as error:
        return (), (rejection(error, page.address, Stage.INTAKE),)
    return documents, (*notes, *_damage(page))


def _damage(page: Page) -> tuple[Rejection, ...]:
    if page.encoding != DAMAGED_UTF8:
        return ()
    damaged = page.content.count(REPLACEMENT)
    note = TerminalError(
        "damaged_text",
        f"The page is UTF-8 with {damaged} damaged places, each shown as {REPLACEMENT}; it was "
        "taken with them.",
    )
    return (rejection(note, page.address, Stage.INTAKE),)


def _from_text(page: Page) -> Taken:
    content = page.content
    bounds = find_posts(content) or [(0, len(content))]
    return tuple(
        _document(page, content[start:end], describe(content[start:end]), page_start=start)
        for start, end in bounds
    ), ()


def _from_html(page: Page) -> Taken:
    return _from_markup(page, html_texts(page.content))


def _from_feed(page: Page) -> Taken:
    return _from_markup(page, feed_entries(page.content))


def _from_markup(page: Page, texts: Iterable[MarkupText]) -> Taken:
    documents: list[Document] = []
    notes: list[Rejection] = []
    for each in texts:
        documents.append(_document(page, each.text, each.description, url=each.url))
        if each.bad_date:
            address = each.url or page.address
            notes.append(rejection(bad_date(each.bad_date), address, Stage.INTAKE))
    return tuple(documents), tuple(notes)


def _from_row(page: Page) -> Taken:
    row = parse_row(page.content)
    text = row["text"]
    fields, notes = row_fields(row)
    found, date_notes = row_description(text, fields)
    document = _document(
        page,
        text,
        found,
        document_id=fields.get("document_id"),
        url=fields.get("url"),
        language=fields.get("language"),
    )
    problems = (*notes, *date_notes)
    return (document,), tuple(rejection(note, page.address, Stage.INTAKE) for note in problems)


_TAKERS: Mapping[str, Callable[[Page], Taken]] = {
    FileKind.TEXT: _from_text,
    FileKind.HTML: _from_html,
    FileKind.FEED: _from_feed,
    FileKind.JSON: _from_row,
}


def _document(page: Page, text: str, found: Description, **told: Any) -> Document:
    """Make a document; `told` are fields that the input gives, which go before what is usual."""
    usual = {
        "document_id": fingerprint(text),
        "page_id": page.page_id,
        "fetched": page.fetched,
        "url": page.address if is_web(page.address) else None,
    }
    given = {name: value for name, value in told.items() if value is not None}
    return Document(text=text, **asdict(found), **{**usual, **given})
