"""Data Docs as pages that open from disk and load nothing from elsewhere.

Great Expectations' pages take their looks, scripts and logo from the network. Here their looks lie
beside them, and of their content only elements and attributes stay that cannot load anything:
whatever a web page has put into a value that they show stays text.
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warehouse.atomic_files import draft_beside
from warehouse.errors import WarehouseError
from warehouse.quality.check_result import CheckResult
from warehouse.quality.looks import PAGES, STATIC, STYLE, give_looks, style_of
from warehouse.quality.past_runs import SuiteOutcome, checked_runs

if TYPE_CHECKING:
    from jinja2 import Environment

SIGN = "tollcheck-checks.txt"
KEPT = {
    *("html", "head", "body", "nav", "div", "span", "p", "a", "ol", "ul", "li", "br", "hr"),
    *("table", "thead", "tbody", "tr", "td", "th", "strong", "em", "code", "pre", "i"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "details", "summary"),
}
DROPPED = {"script", "style", "link", "meta", "title", "img", "footer", "button", "input", "svg"}
ATTRIBUTES = {"id", "class", "href", "colspan", "rowspan", "scope"}
POLICY = (
    "default-src 'none'; style-src 'self' file:; img-src 'self' file:; "
    "base-uri 'none'; form-action 'none'"
)


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


def make_offline(folder: Path) -> None:
    """Rewrite the pages of a run, and give their folder looks."""
    shutil.rmtree(folder / STATIC, ignore_errors=True)
    give_looks(folder)
    for page in sorted(folder.rglob("*.html")):
        page.write_text(cleaned(page.read_text("utf-8"), style_of(page, folder)), "utf-8")


def write_front_page(
    folder: Path, results: Sequence[CheckResult], before: Iterable[SuiteOutcome]
) -> None:
    """Write the page from which all others are reached.

    Args:
        folder: The pages.
        results: What the run found.
        before: What runs before it found, the latest first.
    """
    front = environment().get_template("index.html")
    html = front.render(
        policy=POLICY,
        style=f"{STATIC}/{STYLE}",
        results=results,
        failed=[result for result in results if not result.passed],
        runs=checked_runs(folder, [*outcomes_of(results), *before]),
    )
    (folder / "index.html").write_text(html, "utf-8")
    (folder / SIGN).write_text("Data Docs of tollcheck; they are replaced as a whole.\n", "utf-8")


def outcomes_of(results: Sequence[CheckResult]) -> list[SuiteOutcome]:
    """How each suite fared."""
    return [
        SuiteOutcome(
            run_id=results[0].run_id,
            checked_at=results[0].checked_at,
            suite=suite,
            expectations=sum(result.suite == suite for result in results),
            failed=sum(result.suite == suite and not result.passed for result in results),
        )
        for suite in sorted({result.suite for result in results})
    ]


@cache
def environment() -> "Environment":
    """The template of the front page, with all values escaped."""
    from jinja2 import Environment, FileSystemLoader  # noqa: PLC0415 -- only where docs are built

    return Environment(loader=FileSystemLoader(PAGES), autoescape=True, trim_blocks=True)


def cleaned(html: str, style: str) -> str:
    """A page of Great Expectations without anything that loads from elsewhere or runs.

    Args:
        html: The page.
        style: The address of the style sheet.
    """
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
        ("link", {"rel": "stylesheet", "href": style}, None),
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
