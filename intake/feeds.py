"""RSS and Atom feeds: one document an entry."""

from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parseaddr
from typing import Any

from intake.markup import MarkupText, fragment_text, with_headline
from intake.reading.kinds import FileKind
from intake.reading.remote import is_web
from intake.rejections import TerminalError
from intake.text.dates import in_range
from intake.text.description import Description, describe
from schemas import DatePrecision, Page


def feed_entries(xml: str) -> Iterator[MarkupText]:
    """Take the entries of a feed.

    Yields:
        The text of each entry, with what it tells of itself and its address.

    Raises:
        TerminalError: If the XML is no feed, or a feed without text.
    """
    feed = _parse(xml)
    if not feed.get("version") and not feed.entries:
        raise TerminalError("not_a_feed", "The XML is no RSS or Atom feed; check the address.")
    site = _plain(feed.feed.get("title"))
    empty = True
    for entry in feed.entries:
        title = _plain(entry.get("title"))
        text = with_headline(title, _body(entry))
        if text.strip():
            empty = False
            description = _description(entry, title, text, site)
            written = entry.get("published")
            bad = written if written and not _published(entry) else None
            yield MarkupText(text, description, entry.get("link"), bad)
    if empty:
        raise TerminalError("no_text", "The feed has no entry with text; check it in a browser.")


def linked_pages(page: Page) -> tuple[str, ...]:
    """The addresses of the pages that a feed tells of; none where the page is no readable feed."""
    if page.media_type != FileKind.FEED:
        return ()
    try:
        entries = _parse(page.content).entries
    except TerminalError:
        # Taking the page's documents says so.
        return ()
    links = (entry.get("link") for entry in entries)
    return tuple(dict.fromkeys(link for link in links if link and is_web(link)))


def _parse(xml: str) -> Any:
    import feedparser  # noqa: PLC0415 - only feeds need it

    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        return feedparser.parse(xml.encode("utf-8"), response_headers=headers)
    except Exception as error:
        # The parser trips over hostile names and numbers in ways of its own.
        raise TerminalError(
            "bad_feed", f"The feed cannot be read ({error}); check it in a browser.", xml
        ) from error


def _body(entry: Any) -> str:
    contents = [part.get("value", "") for part in entry.get("content", ())]
    candidates = (fragment_text(html or "") for html in (*contents, entry.get("summary", "")))
    return max(candidates, key=len)


def _plain(html: str | None) -> str | None:
    return " ".join(fragment_text(html).split()) or None if html else None


def _author(written: str | None) -> str | None:
    """The name alone: RSS writes authors as "address (name)"."""
    return (parseaddr(written)[0] or None) if written and "@" in written else written


def _description(entry: Any, title: str | None, text: str, site: str | None) -> Description:
    own = describe(text)
    published = _published(entry) or (own.published, own.published_precision)
    return Description(
        title=title or own.title,
        byline=_author(_plain(entry.get("author"))) or own.byline,
        agency=own.agency,
        outlet=_plain(entry.get("source", {}).get("title")) or site or own.outlet,
        published=published[0],
        published_precision=published[1],
    )


def _published(entry: Any) -> tuple[datetime, DatePrecision] | None:
    moment = entry.get("published_parsed")
    if not moment:
        return None
    try:
        return in_range((datetime.fromtimestamp(timegm(moment), UTC), DatePrecision.MINUTE))
    except (OverflowError, ValueError, OSError):
        return None
