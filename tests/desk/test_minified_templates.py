"""Templates without what HTML implies: shorter, and the same pages."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desk import templating, write_report
from desk.minified_templates import minified
from tests.desk.test_report_in_browser import kinds

SAME = """pages => {
    const trees = pages.map(page => {
        const tree = new DOMParser().parseFromString(page, "text/html");
        for (const style of tree.querySelectorAll("footer, script")) style.remove();
        const texts = tree.createTreeWalker(tree, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
        const found = [];
        while (texts.nextNode()) found.push(texts.currentNode);
        for (const text of found) {
            if (text.parentElement?.closest("article.text, pre")) continue;
            text.data = text.nodeType === Node.COMMENT_NODE ? "" : text.data.replace(/\\s+/g, " ");
            if (/^ ?$/.test(text.data) && /\\n/.test(pages[0])) text.remove();
        }
        return tree.documentElement.outerHTML.replace(/ +(?=<)|(?<=>) +/g, "");
    });
    return trees[0] === trees[1] ? "" : [0, 1].map(n => {
        const at = [...trees[0]].findIndex((letter, place) => letter !== trees[1][place]);
        return trees[n].slice(Math.max(at - 60, 0), at + 60);
    });
}"""
"""What two pages differ in as a browser reads them, but for spaces beside tags."""


@pytest.fixture
def as_written(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The same report of templates as they are written."""
    monkeypatch.setattr(templating, "minified", lambda source: source)
    templating.environment.cache_clear()
    yield write_report(database, tmp_path / "report").parent
    templating.environment.cache_clear()


def test_browsers_read_the_same_pages(
    report: Path, as_written: Path, window: Callable[..., Any]
) -> None:
    page = window().page
    for short in kinds(report):
        long = as_written / short.relative_to(report)
        assert short.stat().st_size < long.stat().st_size
        assert page.evaluate(SAME, [short.read_text(), long.read_text()]) == ""


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('<p class="a">x</p>\n<ul>\n<li>y</li>\n</ul>', "<p class=a>x<ul><li>y</ul>"),
        ("<p>x</p> and", "<p>x</p> and"),
        ('<a href="{{ address }}">{{ words }}</a>', '<a href="{{ address }}">{{ words }}</a>'),
        ('{{ a(b="c" ) }} b="c" <i class="d e">', '{{ a(b="c" ) }} b="c" <i class="d e">'),
        ('<b class="x"{{ more }}>', '<b class="x"{{ more }}>'),
        ("one\n<b>two</b>\n<span>three</span>", "one\n<b>two</b>\n<span>three</span>"),
    ],
)
def test_only_what_html_implies_is_left_out(written: str, read: str) -> None:
    assert minified(written) == read
