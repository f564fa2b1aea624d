"""Extracted batches on disk: each is kept as Parquet until the load has taken it.

A run stages its batches in a folder of its own. One that is killed leaves its finished batches
behind; the next one that reads the same pages takes them over instead of extracting them again,
and so does a run beside one that is still alive. What is damaged or incomplete is extracted again.
The batches may lie on this machine or in object storage, so that several machines can extract.
"""

import hashlib
import json
import os
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from pydantic import Field

from flows.extraction import extract_batch
from flows.pool import BatchPool
from flows.runs import end_run
from flows.staging_owner import (
    batch_folders,
    file_system,
    is_local,
    is_old,
    is_over,
    remove_empty,
    run_folders,
)
from flows.summary import Counts
from schemas import Batch, Page, Rejection, Run, RunStatus
from schemas.base import Contract, fingerprint

if TYPE_CHECKING:
    from warehouse import BatchTables

MANIFEST = "batch.json"
"""The file that names the others of a batch and their checksums; it is written last."""


class StagedBatch(Contract):
    """An extracted batch that waits to be loaded.

    Attributes:
        folder: Where it was found: a folder, or an address in object storage. The manifest does
            not tell it, so that a folder may be moved.
        attempt: Whose files count, where several processes have tried.
        size: How many bytes were read for it.
        counts: What is in it.
        checksums: The SHA-256 of each table's file.
    """

    folder: str
    attempt: str = Field(pattern=r"^[0-9a-f]{12}$")
    size: int
    counts: Counts
    checksums: dict[str, str]

    @property
    def name(self) -> str:
        """What tells it from other batches."""
        return self.folder.rpartition("/")[2]

    def file(self, table: str) -> str:
        """Where a table lies in the file system."""
        return f"{file_system(self.folder)[1]}/{self.attempt}.{table}.parquet"


def staging_folder(database: Path) -> str:
    """Where a database's runs stage their batches unless told: beside it, on the same disk."""
    return str(database.absolute().with_name(f".{database.name}.staging"))


def batch_folder(items: Iterable[Page | Rejection], own: str, extractor: str) -> str:
    """The folder of a batch in that of a run, named by all that its result depends on."""
    names = (item.page_id if isinstance(item, Page) else item.rejection_id for item in items)
    return f"{own}/{fingerprint(extractor, *names)}"


def extract_staged(
    items: Sequence[Page | Rejection], pool: BatchPool, own: str, extractor: str
) -> StagedBatch:
    """Extract a batch in a pool and stage it."""
    folder = batch_folder(items, own, extractor)
    return pool.run(stage_batch, items, folder, extractor)


def stage_batch(items: Sequence[Page | Rejection], folder: str, extractor: str) -> StagedBatch:
    """Extract a batch and keep the result in `folder`, unless this or another run has done so."""
    found = staged_before(folder) or taken_over(folder)
    if found:
        return found
    size = sum(item.size for item in items if isinstance(item, Page))
    return write_batch(extract_batch(items), folder, extractor, size)


def staged_before(folder: str) -> StagedBatch | None:
    """The batch in a folder, if its manifest is there."""
    files, path = file_system(folder)
    try:
        told = json.loads(files.cat_file(f"{path}/{MANIFEST}"))
        return StagedBatch.model_validate({**told, "folder": folder})
    except (OSError, ValueError, TypeError):
        return None


def taken_over(folder: str) -> StagedBatch | None:
    """Copy a batch from another run's folder into this one, if a whole one is there."""
    staging, own, name = folder.rsplit("/", 2)
    files, path = file_system(staging)
    for owner in run_folders(files, path):
        found = None if owner == own else staged_before(f"{staging}/{owner}/{name}")
        tables = sound_tables(files, found) if found else None
        if found and tables:
            return write_tables(tables, found.model_copy(update={"folder": folder}))
    return None


def sound_tables(files: Any, batch: StagedBatch) -> dict[str, bytes] | None:
    """The files of a batch, if each is as it was written."""
    try:
        found = {table: files.cat_file(batch.file(table)) for table in batch.checksums}
    except OSError:
        # Damaged; or its run is alive, and has removed what it has loaded.
        return None
    is_sound = all(checksum(found[table]) == told for table, told in batch.checksums.items())
    return found if is_sound else None


def checksum(content: bytes) -> str:
    """What tells whether a file is still as it was written."""
    return hashlib.sha256(content).hexdigest()


def waiting_batches(staging: str) -> Iterator[tuple[StagedBatch, datetime]]:
    """The batches that no load has taken, and when each was extracted."""
    files, path = file_system(staging)
    seen = set[str]()
    for owner in run_folders(files, path):
        for name in batch_folders(files, f"{path}/{owner}"):
            found = staged_before(f"{staging}/{owner}/{name}")
            if found and name not in seen:
                seen.add(name)
                with suppress(FileNotFoundError):
                    yield found, files.modified(f"{path}/{owner}/{name}/{MANIFEST}")


def write_batch(batch: Batch, folder: str, extractor: str, size: int) -> StagedBatch:
    """Write a batch as Parquet."""
    import pyarrow  # noqa: PLC0415 -- only runs stage anything
    from pyarrow import parquet  # noqa: PLC0415 -- see above

    from warehouse import batch_tables  # noqa: PLC0415 -- brings Arrow

    tables = batch_tables(batch, extractor)
    written: dict[str, bytes] = {}
    for field in fields(tables):
        stream = pyarrow.BufferOutputStream()
        parquet.write_table(getattr(tables, field.name), stream, compression="zstd")
        written[field.name] = stream.getvalue().to_pybytes()
    counts = Counts(
        pages=len(batch.pages),
        documents=len(batch.documents),
        claims=tables.claims.num_rows,
        rejections=tables.rejections.num_rows,
    )
    staged = StagedBatch(
        folder=folder,
        attempt=uuid4().hex[:12],
        size=size,
        counts=counts,
        checksums={table: checksum(content) for table, content in written.items()},
    )
    return write_tables(written, staged)


def write_tables(tables: dict[str, bytes], batch: StagedBatch) -> StagedBatch:
    """Write the files of a batch; it counts once the last one, which names the others, is there."""
    files, path = file_system(batch.folder)
    files.makedirs(path, exist_ok=True)
    for table, content in tables.items():
        put(files, batch.file(table), content)
    put(files, f"{path}/{MANIFEST}", batch.model_dump_json(exclude={"folder"}).encode())
    return batch


def put(files: Any, path: str, content: bytes) -> None:
    """Write a file so that it is there whole, also after a power cut, or not at all."""
    if not is_local(files):
        files.pipe_file(path, content)
        return
    draft = Path(f"{path}.{uuid4().hex[:12]}.part")
    with draft.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)


def staged_tables(batches: Sequence[StagedBatch]) -> "BatchTables":
    """The tables of all batches as those of one, read from disk only while they are loaded."""
    from pyarrow import dataset  # noqa: PLC0415 -- only runs stage anything

    from warehouse import BatchTables, batch_tables  # noqa: PLC0415 -- brings Arrow

    empty = batch_tables(Batch(), "")
    if not batches:
        return empty
    files, _ = file_system(batches[0].folder)
    tables = {
        field.name: dataset.dataset(
            [batch.file(field.name) for batch in batches],
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


def clear_staged(own: str, batches: Iterable[StagedBatch]) -> None:
    """Remove what a load has taken, and what runs that have ended left of it or for too long.

    Folders are told by their names, never by what a file in them says.

    Args:
        own: The run's own folder, of which nothing stays.
        batches: What was loaded.
    """
    staging, own_name = own.rsplit("/", 1)
    files, path = file_system(staging)
    loaded = {batch.name for batch in batches}
    for owner in run_folders(files, path):
        # What is left can be removed by another run at the same time, or belong to another user.
        with suppress(OSError):
            if owner == own_name:
                clear_folder(files, f"{path}/{owner}")
            elif is_over(files, f"{path}/{owner}"):
                clear_folder(files, f"{path}/{owner}", loaded)
                remove_empty(files, f"{path}/{owner}")


def clear_folder(files: Any, folder: str, loaded: Container[str] | None = None) -> None:
    """Remove batches of a run: all, or those that are loaded and those that nobody will load."""
    for name in batch_folders(files, folder):
        batch = f"{folder}/{name}"
        if loaded is None or name in loaded or is_useless(files, batch):
            files.rm(batch, recursive=True)


def is_useless(files: Any, folder: str) -> bool:
    """Whether nobody will load a batch of a run that has ended: unfinished, or too old."""
    return not files.exists(f"{folder}/{MANIFEST}") or is_old(files, folder)
