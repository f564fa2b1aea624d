"""HTML to text: the documents of a page, without what is around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from intake.rejections import TerminalError
from intake.text.dates import parse_date
from intake.text.description import Description, describe
from intake.text.posts import find_posts
from schemas import DatePrecision

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""")
_PUBLISHED = (
    "//meta[@property='article:published_time' or @itemprop='datePublished'"
    " or @name='date' or @name='pubdate' or @name='DC.date.issued']/@content"
)
_HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "nav", "aside", "head"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s", "small"}
    | {"span", "strong", "sub", "sup", "u", "wbr", "img", "button", "label"}
)


_WRAPPER = re.compile(
    r"</?(?:div|span|section|font|center|blockquote|b|i|em|strong)\b[^<>]{0,2000}>", re.I
)
"""Tags that group or style; without them the text of a page stays in its order."""


def declared_charset(raw: bytes) -> str | None:
    """The encoding that a meta element or an XML declaration names."""
    match = _CHARSET.search(raw[:4096])
    return match[1].decode("ascii") if match else None


@dataclass(frozen=True)
class MarkupText:
    """A text out of markup.

    Attributes:
        text: What a reader sees.
        description: What it tells of itself.
        url: Its own address, where the markup tells one.
        bad_date: The date of publication as written, where it is none.
    """

    text: str
    description: Description
    url: str | None = None
    bad_date: str | None = None


def html_texts(html: str) -> list[MarkupText]:
    """Take the documents of an HTML page.

    A page that repeats headline, body and mark gives several; any other gives what trafilatura
    holds for its main text, below its headline.

    Returns:
        Each document's text with what it tells of itself.

    Raises:
        TerminalError: If the page holds no text.
    """
    tree = _parse(html)
    if tree is None or not visible_text(tree):
        # The parser drops what is nested deeper than it can follow.
        html = _WRAPPER.sub("\n", html)
        tree = _parse(html)
    if tree is not None:
        plain = visible_text(tree)
        if bounds := find_posts(plain):
            return [
                MarkupText(plain[start:end], describe(plain[start:end])) for start, end in bounds
            ]
    return [_main_text(html, tree)]


def fragment_text(fragment: str) -> str:
    """The text of a piece of HTML, such as an entry of a feed."""
    tree = _parse(f"<div>{fragment}</div>") if fragment.strip() else None
    return visible_text(tree).strip() if tree is not None else ""


def with_headline(title: str | None, text: str) -> str:
    """Put the headline above the text, unless it stands there already."""
    if not title or text.lstrip().startswith(title):
        return text
    return f"{title}\n\n{text}" if text.strip() else title


def _parse(html: str) -> "HtmlElement | None":
    from lxml import etree  # noqa: PLC0415 - text pages do without
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415

    # A declaration of another encoding would make lxml refuse text that is decoded already.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return document_fromstring(html.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def visible_text(tree: "HtmlElement") -> str:
    """The text of a page as a browser would copy it: a line a block, a blank line between."""
    lines = (" ".join(line.split()) for line in "".join(_pieces(tree)).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _pieces(tree: "HtmlElement") -> Iterator[str]:
    from lxml.etree import iterwalk  # noqa: PLC0415

    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        block = element.tag not in _INLINE
        if event == "start":
            if element.tag in _HIDDEN:
                walk.skip_subtree()
                continue
            yield "\n" if block else ""
            yield (element.text or "").replace("\n", " ")
        else:
            yield "\n" if block else ""
            yield (element.tail or "").replace("\n", " ")


def _main_text(html: str, tree: "HtmlElement | None") -> MarkupText:
    import trafilatura  # noqa: PLC0415 - takes a third of a second to import

    found: Any = trafilatura.bare_extraction(
        html,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    body = "\n\n".join(found.text.splitlines()) if found and found.text else ""
    if not body.strip() and tree is not None:
        body = visible_text(tree)
    if not body.strip():
        raise TerminalError("no_text", "The page holds no text; check what the server sent.")
    if not found:
        return MarkupText(body, describe(body))
    text = with_headline(found.title, body)
    own = describe(text)
    stated = tree.xpath(_PUBLISHED) if tree is not None else []
    # The page's metadata tell it to the minute.
    told = next(filter(None, map(_date, [*stated, found.date])), None)
    published = told or (own.published, own.published_precision)
    description = Description(
        title=found.title or own.title,
        byline=found.author or own.byline,
        agency=own.agency,
        outlet=found.sitename or own.outlet,
        published=published[0],
        published_precision=published[1],
    )
    return MarkupText(text, description, bad_date=stated[0] if stated and not told else None)


def _date(text: str | None) -> tuple[datetime, DatePrecision] | None:
    return parse_date(text) if text else None
