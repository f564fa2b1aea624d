"""A run's work in pieces on disk: each batch is kept as Parquet until the load has taken it.

A run that is killed leaves its finished pieces behind; the next one that reads the same pages
takes them from there instead of making them again.
"""

import os
import shutil
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from flows.extraction import process
from schemas import Page, Rejection
from schemas.base import Contract, fingerprint
from warehouse import Batch

if TYPE_CHECKING:
    from warehouse import BatchTables

COUNTS = "counts.json"


class Counts(Contract):
    """How much there is of what, in a batch or in a run."""

    pages: int = 0
    documents: int = 0
    claims: int = 0
    rejections: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            pages=self.pages + other.pages,
            documents=self.documents + other.documents,
            claims=self.claims + other.claims,
            rejections=self.rejections + other.rejections,
        )


class Partition(Contract):
    """A batch that was made.

    Attributes:
        folder: Where it is kept.
        size: How many bytes were read for it.
        counts: What is in it.
    """

    folder: Path
    size: int
    counts: Counts


def staging_folder(database: Path) -> Path:
    """Where a database's runs keep their partitions: beside it, on the same disk."""
    return database.with_name(f".{database.name}.staging")


def partition_name(items: Sequence[Page | Rejection], extractor: str) -> str:
    """Name a batch by all that its result depends on."""
    names = (item.page_id if isinstance(item, Page) else item.rejection_id for item in items)
    return fingerprint(extractor, *names)


def make_partition(items: Sequence[Page | Rejection], folder: Path, extractor: str) -> Counts:
    """Process a batch and keep the result in `folder`, unless it is there already."""
    done = folder / COUNTS
    if done.exists():
        return Counts.model_validate_json(done.read_bytes())
    return write_partition(process(items), folder, extractor)


def write_partition(batch: Batch, folder: Path, extractor: str) -> Counts:
    """Write a batch as Parquet; a folder under its name is always a whole one."""
    from pyarrow import parquet  # noqa: PLC0415 -- only runs stage anything

    from warehouse import batch_tables  # noqa: PLC0415 -- brings Arrow

    tables = batch_tables(batch, extractor)
    counts = Counts(
        pages=len(batch.pages),
        documents=len(batch.documents),
        claims=tables.claims.num_rows,
        rejections=tables.rejections.num_rows,
    )
    draft = folder.with_name(f".{folder.name}.{os.getpid()}")
    draft.mkdir(parents=True)
    for field in fields(tables):
        path = draft / f"{field.name}.parquet"
        parquet.write_table(getattr(tables, field.name), path, compression="zstd")
    (draft / COUNTS).write_text(counts.model_dump_json())
    shutil.rmtree(folder, ignore_errors=True)
    draft.rename(folder)
    return counts


def staged_tables(folders: Sequence[Path]) -> "BatchTables":
    """The tables of all partitions as one batch, read from disk only while they are loaded."""
    from pyarrow import dataset  # noqa: PLC0415 -- only runs stage anything

    from warehouse import BatchTables, batch_tables  # noqa: PLC0415 -- brings Arrow

    empty = batch_tables(Batch(), "")
    if not folders:
        return empty
    tables = {
        field.name: dataset.dataset(
            [str(folder / f"{field.name}.parquet") for folder in folders],
            schema=getattr(empty, field.name).schema,
            format="parquet",
        )
        for field in fields(empty)
    }
    return BatchTables(**tables)
