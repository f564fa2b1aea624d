"""Opening a warehouse to read it, brought up to date where an earlier release made it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

from flows.terminal import say
from warehouse import WarehouseLockedError, WarehouseOlderError, migrate, open_warehouse

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PATIENCE = 60.0
"""Seconds that a run waits for a warehouse; a person at the terminal is told at once."""
AGAIN = 0.5


@contextmanager
def open_for_reading(database: Path, patience: float = 0.0) -> "Iterator[DuckDBPyConnection]":
    """Open a warehouse for reading; one of an earlier release is migrated first.

    Args:
        database: The file.
        patience: For how many seconds to wait while somebody writes to it.
    """
    deadline = monotonic() + patience
    with ExitStack() as stack:
        while True:
            try:
                connection = stack.enter_context(open_warehouse(database, read_only=True))
                break
            except WarehouseOlderError:
                bring_up_to_date(database)
            except WarehouseLockedError:
                if monotonic() >= deadline:
                    raise
                sleep(AGAIN)
        yield connection


def bring_up_to_date(database: Path) -> None:
    """Migrate a warehouse, and say so."""
    copy = migrate(database)
    kept = f"; the file as it was is kept as {copy}" if copy else ""
    say(f"Brought {database} up to date{kept}.")


def up_to_date(database: Path) -> Path:
    """A warehouse that can be read, migrated first where an earlier release made it."""
    with open_for_reading(database):
        return database
