"""A run's work in pieces on disk: each batch is kept as Parquet until the load has taken it.

A run that is killed leaves its finished pieces behind; the next one that reads the same pages
takes them from there instead of making them again. The pieces may lie on this machine or in
object storage, so that several machines can make them.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from pydantic import ValidationError

from flows.extraction import process
from schemas import Page, Rejection
from schemas.base import Contract, fingerprint
from warehouse import Batch

if TYPE_CHECKING:
    from warehouse import BatchTables

MADE = "made.json"
KEPT = timedelta(days=7)
"""How long a piece waits for a run that wants it; a page may have changed since."""


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
        folder: Where it is kept: a folder, or an address in object storage.
        attempt: Whose files count, where several processes have tried.
        size: How many bytes were read for it.
        counts: What is in it.
    """

    folder: str
    attempt: str
    size: int
    counts: Counts


def staging_folder(database: Path) -> str:
    """Where a database's runs keep their partitions unless told: beside it, on the same disk."""
    return str(database.absolute().with_name(f".{database.name}.staging"))


def partition_name(items: Iterable[Page | Rejection], extractor: str) -> str:
    """Name a batch by all that its result depends on."""
    names = (item.page_id if isinstance(item, Page) else item.rejection_id for item in items)
    return fingerprint(extractor, *names)


def make_partition(items: Sequence[Page | Rejection], folder: str, extractor: str) -> Partition:
    """Process a batch and keep the result in `folder`, unless it is there already."""
    size = sum(item.size for item in items if isinstance(item, Page))
    return made_before(folder) or write_partition(process(items), folder, extractor, size)


def file_system(address: str) -> tuple[Any, str]:
    """The file system that an address names, and the path in it."""
    from fsspec.core import url_to_fs  # noqa: PLC0415 -- only runs stage anything

    found: tuple[Any, str] = url_to_fs(address)
    return found


def made_before(folder: str) -> Partition | None:
    """The partition in a folder, if a whole one is there."""
    files, path = file_system(folder)
    try:
        return Partition.model_validate_json(files.cat_file(f"{path}/{MADE}"))
    except (FileNotFoundError, ValidationError):
        return None


def waiting_partitions(staging: str) -> Iterator[tuple[Partition, datetime]]:
    """The partitions that no load has taken, and when each was made."""
    files, path = file_system(staging)
    for file in sorted(files.glob(f"{path}/*/{MADE}")):
        found = made_before(file.removesuffix(f"/{MADE}"))
        if found:
            yield found, files.modified(file)


def write_partition(batch: Batch, folder: str, extractor: str, size: int) -> Partition:
    """Write a batch as Parquet; it counts once the last file, which names the others, is there."""
    from pyarrow import parquet  # noqa: PLC0415 -- only runs stage anything

    from warehouse import batch_tables  # noqa: PLC0415 -- brings Arrow

    tables = batch_tables(batch, extractor)
    counts = Counts(
        pages=len(batch.pages),
        documents=len(batch.documents),
        claims=tables.claims.num_rows,
        rejections=tables.rejections.num_rows,
    )
    made = Partition(folder=folder, attempt=uuid4().hex[:12], size=size, counts=counts)
    files, path = file_system(folder)
    files.makedirs(path, exist_ok=True)
    for field in fields(tables):
        with files.open(f"{path}/{made.attempt}.{field.name}.parquet", "wb") as stream:
            parquet.write_table(getattr(tables, field.name), stream, compression="zstd")
    draft = f"{path}/{made.attempt}.json"
    files.pipe_file(draft, made.model_dump_json().encode())
    files.mv(draft, f"{path}/{MADE}")
    return made


def staged_tables(partitions: Sequence[Partition]) -> "BatchTables":
    """The tables of all partitions as one batch, read from disk only while they are loaded."""
    from pyarrow import dataset  # noqa: PLC0415 -- only runs stage anything

    from warehouse import BatchTables, batch_tables  # noqa: PLC0415 -- brings Arrow

    empty = batch_tables(Batch(), "")
    if not partitions:
        return empty
    files, _ = file_system(partitions[0].folder)
    places = [f"{file_system(each.folder)[1]}/{each.attempt}" for each in partitions]
    tables = {
        field.name: dataset.dataset(
            [f"{place}.{field.name}.parquet" for place in places],
            schema=getattr(empty, field.name).schema,
            format="parquet",
            filesystem=files,
        )
        for field in fields(empty)
    }
    return BatchTables(**tables)


def clear_partitions(staging: str, partitions: Iterable[Partition]) -> None:
    """Remove the partitions that a load has taken, and those that no run has wanted for long."""
    files, path = file_system(staging)
    for partition in partitions:
        with suppress(FileNotFoundError):
            files.rm(file_system(partition.folder)[1], recursive=True)
    oldest = datetime.now(UTC) - KEPT
    for file in files.find(path):
        with suppress(FileNotFoundError):
            if files.modified(file) < oldest:
                files.rm_file(file)
    for folder in [*ls(files, path), path]:
        # Another run may still keep its partitions there.
        with suppress(OSError):
            files.rmdir(folder)


def ls(files: Any, path: str) -> list[str]:
    """What lies in a folder; nothing where there is none."""
    try:
        return list(files.ls(path, detail=False))
    except FileNotFoundError:
        return []
