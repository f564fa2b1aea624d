"""Extracted batches on disk: each is kept as Parquet until the load has taken it.

A run that is killed leaves its finished batches behind; the next one that reads the same pages
takes them from there instead of extracting them again. The batches may lie on this machine or in
object storage, so that several machines can extract.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from pydantic import ValidationError

from flows.extraction import extract_batch
from flows.pool import BatchPool
from flows.runs import end_run
from flows.summary import Counts
from schemas import Batch, Page, Rejection, Run, RunStatus
from schemas.base import Contract, fingerprint

if TYPE_CHECKING:
    from warehouse import BatchTables

MANIFEST = "batch.json"
"""The file that names the others of a batch; it is written last."""
KEPT = timedelta(days=7)
"""How long a batch waits for a run that wants it; a page may have changed since."""


class StagedBatch(Contract):
    """An extracted batch that waits to be loaded.

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
    """Where a database's runs stage their batches unless told: beside it, on the same disk."""
    return str(database.absolute().with_name(f".{database.name}.staging"))


def batch_folder(items: Iterable[Page | Rejection], staging: str, extractor: str) -> str:
    """The folder of a batch, named by all that its result depends on."""
    names = (item.page_id if isinstance(item, Page) else item.rejection_id for item in items)
    return f"{staging}/{fingerprint(extractor, *names)}"


def extract_staged(
    items: Sequence[Page | Rejection], pool: BatchPool, staging: str, extractor: str
) -> StagedBatch:
    """Extract a batch in a pool and stage it."""
    folder = batch_folder(items, staging, extractor)
    return pool.run(stage_batch, items, folder, extractor)


def stage_batch(items: Sequence[Page | Rejection], folder: str, extractor: str) -> StagedBatch:
    """Extract a batch and keep the result in `folder`, unless it is there already."""
    size = sum(item.size for item in items if isinstance(item, Page))
    return staged_before(folder) or write_batch(extract_batch(items), folder, extractor, size)


def file_system(address: str) -> tuple[Any, str]:
    """The file system that an address names, and the path in it."""
    from fsspec.core import url_to_fs  # noqa: PLC0415 -- only runs stage anything

    found: tuple[Any, str] = url_to_fs(address)
    return found


def staged_before(folder: str) -> StagedBatch | None:
    """The batch in a folder, if a whole one is there."""
    files, path = file_system(folder)
    try:
        return StagedBatch.model_validate_json(files.cat_file(f"{path}/{MANIFEST}"))
    except (FileNotFoundError, ValidationError):
        return None


def waiting_batches(staging: str) -> Iterator[tuple[StagedBatch, datetime]]:
    """The batches that no load has taken, and when each was extracted."""
    files, path = file_system(staging)
    for file in sorted(files.glob(f"{path}/*/{MANIFEST}")):
        found = staged_before(file.removesuffix(f"/{MANIFEST}"))
        if found:
            yield found, files.modified(file)


def write_batch(batch: Batch, folder: str, extractor: str, size: int) -> StagedBatch:
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
    staged = StagedBatch(folder=folder, attempt=uuid4().hex[:12], size=size, counts=counts)
    files, path = file_system(folder)
    files.makedirs(path, exist_ok=True)
    for field in fields(tables):
        with files.open(f"{path}/{staged.attempt}.{field.name}.parquet", "wb") as stream:
            parquet.write_table(getattr(tables, field.name), stream, compression="zstd")
    draft = f"{path}/{staged.attempt}.json"
    files.pipe_file(draft, staged.model_dump_json().encode())
    files.mv(draft, f"{path}/{MANIFEST}")
    return staged


def staged_tables(batches: Sequence[StagedBatch]) -> "BatchTables":
    """The tables of all batches as those of one, read from disk only while they are loaded."""
    from pyarrow import dataset  # noqa: PLC0415 -- only runs stage anything

    from warehouse import BatchTables, batch_tables  # noqa: PLC0415 -- brings Arrow

    empty = batch_tables(Batch(), "")
    if not batches:
        return empty
    files, _ = file_system(batches[0].folder)
    places = [f"{file_system(each.folder)[1]}/{each.attempt}" for each in batches]
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


def load_staged(database: Path, run: Run, batches: Sequence[StagedBatch]) -> Counts:
    """Load all batches of a run in one transaction, and tell what was new."""
    from warehouse import load_tables  # noqa: PLC0415 -- brings Arrow

    loaded = load_tables(database, end_run(run, RunStatus.COMPLETED), staged_tables(batches))
    return Counts(
        pages=loaded.pages,
        documents=loaded.documents,
        claims=loaded.claims,
        rejections=loaded.rejections,
    )


def clear_staged(staging: str, batches: Iterable[StagedBatch]) -> None:
    """Remove the batches that a load has taken, and those that no run has wanted for long."""
    files, path = file_system(staging)
    for batch in batches:
        with suppress(FileNotFoundError):
            files.rm(file_system(batch.folder)[1], recursive=True)
    oldest = datetime.now(UTC) - KEPT
    for file in files.find(path):
        with suppress(FileNotFoundError):
            if files.modified(file) < oldest:
                files.rm_file(file)
    for folder in [*ls(files, path), path]:
        # Another run may still keep its batches there.
        with suppress(OSError):
            files.rmdir(folder)


def ls(files: Any, path: str) -> list[str]:
    """What lies in a folder; nothing where there is none."""
    try:
        return list(files.ls(path, detail=False))
    except FileNotFoundError:
        return []
