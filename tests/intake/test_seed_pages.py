"""The real pages: their documents, as two people marked them."""

import json
from pathlib import Path
from typing import Any

import pytest

from intake import extract_documents, read_pages
from schemas import Document, Page


@pytest.fixture(scope="module")
def documents(shared: Path) -> dict[str, list[tuple[Page, Document]]]:
    found: dict[str, list[tuple[Page, Document]]] = {}
    for page in read_pages([str(shared / "seeds")]):
        assert isinstance(page, Page)
        taken, rejected = extract_documents(page)
        assert not rejected
        found[Path(page.address).name] = [(page, document) for document in taken]
    return found


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for line in (shared / "gold" / "seed_documents.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        found.setdefault(row["file"], []).append(row)
    return found


def test_pages_hold_the_documents_that_people_see(
    documents: dict[str, list[tuple[Page, Document]]], gold: dict[str, list[dict[str, Any]]]
) -> None:
    for name, rows in gold.items():
        for (page, document), row in zip(documents[name], rows, strict=True):
            assert document.page_start == row.get("start", 0)
            assert document.page_start + len(document.text) == row.get("end", len(page.content))


def test_text_is_the_slice_of_the_page(
    documents: dict[str, list[tuple[Page, Document]]],
) -> None:
    for page, document in (pair for pairs in documents.values() for pair in pairs):
        start = document.page_start
        assert start is not None
        assert page.content[start : start + len(document.text)] == document.text


def test_documents_say_what_people_read_off_them(
    documents: dict[str, list[tuple[Page, Document]]], gold: dict[str, list[dict[str, Any]]]
) -> None:
    for name, rows in gold.items():
        for (_, document), row in zip(documents[name], rows, strict=True):
            day = document.published.date().isoformat() if document.published else None
            found = (document.title, document.byline, document.outlet, day)
            assert found == (row["title"], row["byline"], row["outlet"], row["published"])
