"""Data Docs as pages that open from disk and load nothing.

Great Expectations' pages take their looks, scripts and logo from the network. Here only their
content stays, among elements and attributes that cannot load anything: whatever a web page has
put into a value that they show stays text.
"""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warehouse.atomic_files import draft_beside
from warehouse.errors import WarehouseError
from warehouse.quality.check_result import CheckResult

if TYPE_CHECKING:
    from jinja2 import Environment

PAGES = Path(__file__).parent / "pages"
SIGN = "tollcheck-checks.txt"
KEPT = {
    *("html", "head", "body", "nav", "div", "span", "p", "a", "ol", "ul", "li", "br", "hr"),
    *("table", "thead", "tbody", "tr", "td", "th", "strong", "em", "code", "pre", "i"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "details", "summary"),
}
DROPPED = {"script", "style", "link", "meta", "title", "img", "footer", "button", "input", "svg"}
ATTRIBUTES = {"id", "class", "href", "colspan", "rowspan", "scope"}
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@contextmanager
def published_in(folder: Path | None) -> Iterator[Path | None]:
    """Build pages beside a folder that take its place once they are complete.

    Raises:
        WarehouseError: The folder holds something else.
    """
    if folder is None:
        yield None
        return
    if folder.exists() and not (folder / SIGN).is_file():
        raise WarehouseError(f"{folder} holds other files: name an empty place for Data Docs")
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = draft_beside(folder.absolute())
    shutil.rmtree(draft, ignore_errors=True)
    try:
        yield draft
        shutil.rmtree(folder, ignore_errors=True)
        draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def make_offline(folder: Path, results: Sequence[CheckResult]) -> None:
    """Rewrite the pages of a folder, and give it a front page of our own."""
    shutil.rmtree(folder / "static", ignore_errors=True)
    for page in sorted(folder.rglob("*.html")):
        page.write_text(cleaned(page.read_text("utf-8")), "utf-8")
    links = {page.parents[2].name: page for page in sorted(folder.glob("validations/*/*/*/*.html"))}
    front = environment().get_template("index.html")
    html = front.render(
        policy=POLICY,
        style=style(),
        results=results,
        failed=[result for result in results if not result.passed],
        pages={name: page.relative_to(folder).as_posix() for name, page in links.items()},
    )
    (folder / "index.html").write_text(html, "utf-8")
    (folder / SIGN).write_text("Data Docs of tollcheck; they are replaced as a whole.\n", "utf-8")


@cache
def environment() -> "Environment":
    """The template of the front page, with all values escaped."""
    from jinja2 import Environment, FileSystemLoader  # noqa: PLC0415 -- only where docs are built

    return Environment(loader=FileSystemLoader(PAGES), autoescape=True, trim_blocks=True)


@cache
def style() -> str:
    """The looks of all pages."""
    return (PAGES / "docs.css").read_text("utf-8")


def cleaned(html: str) -> str:
    """A page of Great Expectations without anything that loads or runs."""
    from lxml import html as markup  # noqa: PLC0415 -- only where docs are built

    page = markup.document_fromstring(html)
    name = page.findtext(".//title") or "Data Docs"
    for menu in page.xpath("//div[contains(@class, 'card') and .//input]"):
        menu.drop_tree()
    for body in page.xpath("//div[contains(concat(' ', @class, ' '), ' collapse ')]"):
        fold(body)
    for element in list(page.iter()):
        clean(element)
    head = page.find("head")
    for tag, attributes, text in (
        ("meta", {"charset": "utf-8"}, None),
        ("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY}, None),
        ("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}, None),
        ("title", {}, name),
        ("style", {}, style()),
    ):
        made = markup.Element(tag, attributes)
        made.text = text
        head.append(made)
    return str(markup.tostring(page, encoding="unicode", doctype="<!DOCTYPE html>"))


def fold(body: Any) -> None:
    """Make of a part that a script would unfold one that unfolds by itself."""
    from lxml import html as markup  # noqa: PLC0415 -- see above

    details, summary = markup.Element("details"), markup.Element("summary")
    summary.text = "Show more"
    for link in body.xpath("preceding-sibling::*//a[@data-toggle='collapse']"):
        link.drop_tree()
    body.addprevious(details)
    details.extend([summary, body])


def clean(element: Any) -> None:
    """Take away whatever an element could load or run; unknown elements leave their words."""
    if not isinstance(element.tag, str) or element.tag in DROPPED:
        if element.getparent() is not None:
            element.drop_tree()
        return
    if element.tag not in KEPT:
        element.drop_tag()
        return
    for attribute, value in list(element.attrib.items()):
        if attribute not in ATTRIBUTES or (attribute == "href" and not is_local(value)):
            del element.attrib[attribute]


def is_local(address: str) -> bool:
    """Whether an address leads to a page of the same folder."""
    return address.startswith(("#", "./", "../")) and "//" not in address
