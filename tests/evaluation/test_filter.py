"""The filter before the parse loses nothing: the same claims come out with and without it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import extractors
from evaluation.claim_jobs import open_set
from evaluation.corpora import read_articles, read_releases, read_seeds
from schemas import Document

RELEASES, NEWS = 3, 30
"""One text in so many is read: to parse every word of all of them takes minutes."""


def _same(documents: Sequence[Document]) -> int:
    """Compare, and tell how many claims there were."""
    filtered = extractors.extract_batch(documents)
    assert filtered == extractors.extract_batch(documents, everything=True)
    return sum(len(extraction.claims) for extraction in filtered)


@pytest.mark.slow
def test_archive_pages(shared: Path) -> None:
    assert _same(read_seeds(shared).documents) > 50


@pytest.mark.slow
def test_releases(shared: Path) -> None:
    assert _same([release.document for release in read_releases(shared)[::RELEASES]]) > 100


@pytest.mark.slow
def test_general_news(shared: Path) -> None:
    assert _same([article.document for article in read_articles(shared)[::NEWS]]) > 0


@pytest.mark.slow
def test_coded_sentences() -> None:
    assert _same(open_set("sentences").documents) > 300
