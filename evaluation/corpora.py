"""Corpora that others coded, and the folder where they are kept."""

import os
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from evaluation.coding import GoldSet, Offsets
from evaluation.gold import read_gold
from evaluation.json_lines import GoldError, read_rows
from schemas import Document

SHARED = "TOLLCHECK_SHARED"
"""Environment variable that names the folder of texts and gold."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release with its coded totals."""

    document: Document
    killed: int
    captured: int


@dataclass(frozen=True, slots=True)
class CodedRelation:
    """A coded attribution; each of its three parts may stand in several pieces."""

    source: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with all of its attributions."""

    document: Document
    relations: tuple[CodedRelation, ...]


class _Row(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    document_id: str


class _TextRow(_Row):
    text: str
    outlet: str | None = None


class _ReleaseRow(_Row):
    min_killed: int
    min_captured: int


class _RelationRow(BaseModel):
    source: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]


class _ArticleRow(_TextRow):
    attributions: tuple[_RelationRow, ...]


def find_shared() -> Path:
    """Find the folder of texts and gold: beside the project, unless the environment names it.

    Raises:
        GoldError: It is not there.
    """
    beside = Path(__file__).resolve().parent.parent.parent / "shared"
    folder = Path(os.environ.get(SHARED, beside))
    if not folder.is_dir():
        raise GoldError(
            f"the texts and gold of the default sets are not at {folder}; "
            f"set {SHARED} to their folder, or name a gold file"
        )
    return folder


def read_seeds(shared: Path) -> GoldSet:
    """Read the coded news pages."""
    gold = shared / "gold"
    texts = [gold / "seed_documents.jsonl", shared / "seeds"]
    return read_gold(gold / "seed_claims.jsonl", texts).model_copy(update={"name": "seeds"})


def read_news(shared: Path) -> GoldSet:
    """Read the coded news reports of many outlets and wars."""
    corpora = shared / "corpora"
    gold = read_gold(corpora / "news_dev_claims.jsonl", [corpora / "news_dev.jsonl"])
    return gold.model_copy(update={"name": "news"})


def read_releases(shared: Path) -> tuple[Release, ...]:
    """Read the ISAF press releases and their totals."""
    folder = shared / "corpora"
    totals = {
        row.document_id: row for row in read_rows(folder / "isaf_dev_gold.jsonl", _ReleaseRow)
    }
    return tuple(
        Release(
            Document(document_id=row.document_id, text=row.text, outlet=row.outlet),
            totals[row.document_id].min_killed,
            totals[row.document_id].min_captured,
        )
        for row in read_rows(folder / "isaf_dev.jsonl", _TextRow)
    )


def read_articles(shared: Path) -> tuple[Article, ...]:
    """Read the PolNeAR articles and their attributions."""
    return tuple(
        Article(
            Document(document_id=row.document_id, text=row.text),
            tuple(CodedRelation(each.source, each.cue, each.content) for each in row.attributions),
        )
        for row in read_rows(shared / "corpora" / "polnear_dev.jsonl", _ArticleRow)
    )
