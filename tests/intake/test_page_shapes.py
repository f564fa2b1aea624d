"""Pages of many shapes: which are cut, where, and what their documents say of themselves."""

from pathlib import Path
from typing import Any

import pytest

from intake import extract_documents, read_pages
from schemas import Document, Page
from schemas.yaml_text import parse_yaml

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, list[dict[str, Any]]] = parse_yaml((PAGES / "pages.yml").read_text("utf-8"))
SAID = ("title", "byline", "agency", "outlet")


def documents_of(name: str) -> tuple[Page, tuple[Document, ...]]:
    (page,) = read_pages([str(PAGES / name)])
    assert isinstance(page, Page)
    documents, rejections = extract_documents(page)
    assert not rejections
    return page, documents


@pytest.mark.parametrize("name", EXPECTED)
def test_documents_of_the_page(name: str) -> None:
    page, documents = documents_of(name)
    expected = EXPECTED[name]
    assert [document.title for document in documents] == [row["title"] for row in expected]
    for document, row in zip(documents, expected, strict=True):
        assert {field: getattr(document, field) for field in SAID} == {
            field: row.get(field) for field in SAID
        }
        day = document.published.date() if document.published else None
        assert day == row.get("published")
        if len(expected) == 1:
            assert document.text == page.content
        else:
            assert document.text.startswith(row.get("starts") or row["title"])
            assert document.text.rstrip().endswith(row["ends"])


def test_every_page_of_the_folder_is_expected() -> None:
    assert {path.name for path in PAGES.glob("*.txt")} == set(EXPECTED)
