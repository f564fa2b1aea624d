"""Opening a warehouse to read it, brought up to date where an earlier release made it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from flows.terminal import say
from warehouse import WarehouseOlderError, migrate, open_warehouse

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@contextmanager
def reading(database: Path) -> "Iterator[DuckDBPyConnection]":
    """Open a warehouse for reading; one of an earlier release is migrated first."""
    with ExitStack() as stack:
        try:
            connection = stack.enter_context(open_warehouse(database, read_only=True))
        except WarehouseOlderError:
            bring_up_to_date(database)
            connection = stack.enter_context(open_warehouse(database, read_only=True))
        yield connection


def bring_up_to_date(database: Path) -> None:
    """Migrate a warehouse, and say so."""
    copy = migrate(database)
    kept = f"; the file as it was is kept as {copy}" if copy else ""
    say(f"Brought {database} up to date{kept}.")


def up_to_date(database: Path) -> Path:
    """A warehouse that can be read, migrated first where an earlier release made it."""
    with reading(database):
        return database
