"""Backup and restore of a warehouse: whole files, checked, never half-written."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from flows.open_for_reading import open_for_reading
from warehouse import WarehouseLockedError, WarehouseMissingError, open_warehouse
from warehouse.atomic_files import draft_beside
from warehouse.write_ahead_log import log_of


def backup_name(database: Path) -> Path:
    """A name for a backup beside the file, which sorts by its time."""
    moment = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    return database.with_name(f"{database.stem}.{moment}.backup{database.suffix}")


def back_up(database: Path, target: Path) -> Path:
    """Copy a warehouse while nobody can write to it, and open the copy to see that it is whole.

    Raises:
        WarehouseError: There is nothing to copy, somebody writes to it, or it is damaged.
    """
    take_in_log(database)
    with open_for_reading(database):
        if log_of(database).exists():
            raise WarehouseLockedError(f"{database} was just written to: try again")
        copy_whole(database, target)
    with open_warehouse(target, read_only=True):
        return target


def restore(backup: Path, database: Path) -> Path | None:
    """Put a backup in the place of a warehouse; what was there is kept beside it.

    Returns:
        Where the replaced file is kept, if there was one.

    Raises:
        WarehouseMissingError: There is no such backup.
        WarehouseError: The backup is no warehouse, or the one in its place is in use.
    """
    if not backup.exists():
        raise WarehouseMissingError(f"there is no backup {backup}: name one that is there")
    take_in_log(backup)
    with open_for_reading(backup):
        kept = None
        if database.exists():
            kept = back_up(database, backup_name(database))
        copy_whole(backup, database)
    return kept


def take_in_log(database: Path) -> None:
    """Have the file hold what stands in the log beside it."""
    if log_of(database).exists():
        with open_warehouse(database) as connection:
            connection.execute("checkpoint")


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file so that the target is there whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = draft_beside(target)
    try:
        shutil.copyfile(source, draft)
        with draft.open("rb") as stream:
            os.fsync(stream.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
