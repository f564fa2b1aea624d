"""Open the file: created with a storage version that released clients read, migrated, locked."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.atomic_files import draft_beside
from warehouse.errors import (
    NotAWarehouseError,
    WarehouseFailedError,
    WarehouseLockedError,
    WarehouseMissingError,
    WarehouseOlderError,
)
from warehouse.ledger import (
    applied_version,
    back_up,
    find_internal,
    is_published,
    migrate_open,
    schema_version,
)
from warehouse.write_ahead_log import is_taken_in_elsewhere, log_of, mend_indexes, settle_log

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

STORAGE_VERSION = "v1.4.0"
NO_EXTENSIONS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
}
"""A file that is none of ours, such as SQLite's, must not make DuckDB fetch code."""
LOCK_SIGNS = ("could not set lock", "different configuration", "being used by another process")


@contextmanager
def open_warehouse(path: Path | str, *, read_only: bool = False) -> "Iterator[DuckDBPyConnection]":
    """Open a warehouse and close it again.

    For writing, a missing file is created and an older one is migrated after a copy of it was
    put beside it. While it is open for writing nobody else can open it, so be brief.

    Args:
        path: The DuckDB file.
        read_only: Open for reading; many readers may do so at once.

    Yields:
        The connection.

    Raises:
        WarehouseLockedError: Another process writes, or reads while this one wants to write.
        WarehouseMissingError: There is nothing to read.
        NotAWarehouseError: The file is something else.
        WarehouseOlderError: A file opened for reading needs `migrate` first: it is an earlier
            release's, or another program has written to it.
        WarehouseNewerError: A later release made the file.
        WarehouseFailedError: The machine could not read or write it.
    """
    path = Path(path)
    with failures_told(path):
        connection = connect_reading(path) if read_only else connect_writing(path)[0]
        try:
            yield connection
            if not read_only:
                settle_log(connection, path)
        finally:
            connection.close()


@contextmanager
def failures_told(path: Path) -> Iterator[None]:
    """Turn DuckDB's errors about the machine into ours; those about a query stay the query's."""
    import duckdb  # noqa: PLC0415 -- commands that need no database should not load it

    try:
        yield
    except (duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException) as error:
        raise WarehouseFailedError(
            f"{path} could not be read or written, and what was loaded before stays: {error}"
        ) from error


def migrate(path: Path | str) -> Path | None:
    """Create the file, or bring it to the current schema and views.

    Returns:
        The copy of the older file, where its schema was migrated.
    """
    path = Path(path)
    with failures_told(path):
        connection, copy = connect_writing(path)
        try:
            connection.execute("checkpoint")
            settle_log(connection, path)
        finally:
            connection.close()
    return copy


def connect_reading(path: Path) -> "DuckDBPyConnection":
    """Connect to a file of this release."""
    if not path.exists():
        raise WarehouseMissingError(f"there is no warehouse {path}: `tollcheck run` makes one")
    connection = connect(path, read_only=True)
    try:
        refuse_older(connection, path)
    except Exception:
        connection.close()
        raise
    return connection


def connect_writing(path: Path) -> "tuple[DuckDBPyConnection, Path | None]":
    """Connect to a file, made or migrated where need be, and tell of the copy kept."""
    if not path.exists():
        create(path)
    copy = None
    connection = connect(path, read_only=False)
    try:
        version = applied_version(connection, path)
        if is_taken_in_elsewhere(connection, path):
            mend_indexes(connection)
        if 0 < version < schema_version():
            connection.execute("checkpoint")
            connection.close()
            copy = back_up(path, version)
            connection = connect(path, read_only=False)
        migrate_open(connection)
    except Exception:
        connection.close()
        raise
    return connection, copy


def create(path: Path) -> None:
    """Make a file without rows, unless another run makes it first."""
    if not path.parent.is_dir():
        raise WarehouseMissingError(
            f"there is no folder {path.parent} for the warehouse {path.name}"
        )
    if log_of(path).exists():
        raise NotAWarehouseError(
            f"{log_of(path)} is the log of a database that is gone: bring {path.name} back, "
            "or move the log away"
        )
    draft = draft_beside(path)
    try:
        # Whole before it has its name, so that no kill leaves a file without its tables.
        make_empty(draft)
        # Another run may have made it in the meantime, and filled it.
        with suppress(FileExistsError):
            put_if_missing(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def make_empty(path: Path) -> None:
    """Make all tables and views, in the storage format of the oldest client that is to read them.

    Args:
        path: A file that does not exist.
    """
    import duckdb  # noqa: PLC0415 -- commands that need no database should not load it

    name = str(path).replace("'", "''")
    with duckdb.connect() as memory:
        memory.execute(f"attach '{name}' as made (storage_version '{STORAGE_VERSION}')")
        memory.execute("detach made")
    connection = connect(path, read_only=False)
    try:
        migrate_open(connection)
        connection.execute("checkpoint")
        settle_log(connection, path)
    finally:
        connection.close()


def put_if_missing(draft: Path, path: Path) -> None:
    """Give a file its name unless another has it.

    Raises:
        FileExistsError: Another has it.
    """
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:
        # The file system knows no second names.
        draft.rename(path)


def connect(path: Path, *, read_only: bool) -> "DuckDBPyConnection":
    """Connect, with DuckDB's errors turned into ours."""
    import duckdb  # noqa: PLC0415 -- commands that need no database should not load it

    try:
        connection = duckdb.connect(str(path), read_only=read_only, config=NO_EXTENSIONS)
        if not read_only:
            # What becomes of the log is settled before the file is closed.
            connection.execute("pragma disable_checkpoint_on_shutdown")
        find_internal(connection)
        return connection
    except duckdb.Error as error:
        message = str(error)
        if any(sign in message.lower() for sign in LOCK_SIGNS):
            raise WarehouseLockedError(f"{path} is in use by another process: {message}") from error
        raise NotAWarehouseError(f"{path} cannot be opened: {message}") from error


def refuse_older(connection: "DuckDBPyConnection", path: Path) -> None:
    """Refuse a file whose schema or views are not this release's."""
    version = applied_version(connection, path)
    if version < schema_version() or not is_published(connection):
        raise WarehouseOlderError(
            f"{path} was made by an earlier release and has to be migrated first"
        )
    if is_taken_in_elsewhere(connection, path):
        raise WarehouseOlderError(
            f"{path} was written to by another program and has to be migrated first, "
            "which makes its indexes anew"
        )
