"""The log beside a large file: left there when the file is closed, taken in once it has grown.

DuckDB writes each change to a log, and takes the log in when the file is closed. That writes the
last group of rows of each changed table anew, up to 122,880 rows, so that one more document would
cost more the larger the file is. A log that is left costs a little whenever the file is opened;
DuckDB takes it in by itself within the load in which it grows beyond 16 MB.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.ask import first_row
from warehouse.transaction import transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LARGE = 64 * 2**20
"""Bytes from which a file may be closed with a log: a smaller one is whole whenever it is closed,
since taking its log in costs no more than reading it again and again would."""
INDEXES = """
select schema_name, index_name, sql from duckdb_indexes() where database_name = current_database()
"""


def log_of(path: Path) -> Path:
    """Where the log of a file lies."""
    return path.with_name(f"{path.name}.wal")


def settle_log(connection: "DuckDBPyConnection", path: Path) -> None:
    """Leave the log beside a large file that is about to be closed; a small file takes it in."""
    from duckdb import TransactionException  # noqa: PLC0415 -- help needs no database

    is_left = log_of(path).exists() and path.stat().st_size >= LARGE
    # Another thread that still writes to the file settles its log when it is done.
    with suppress(TransactionException):
        if is_left != was_left(connection):
            connection.execute("update left_log set is_left = ?", [is_left])
        if not is_left and log_of(path).exists():
            connection.execute("checkpoint")


def is_taken_in_elsewhere(connection: "DuckDBPyConnection", path: Path) -> bool:
    """Whether another program has taken in the log that was left beside an open file."""
    from duckdb import CatalogException  # noqa: PLC0415 -- help needs no database

    # A file of a release before the log was left has no such table.
    with suppress(CatalogException):
        return was_left(connection) and not log_of(path).exists()
    return False


def mend_indexes(connection: "DuckDBPyConnection") -> None:
    """Make all indexes anew.

    A client of DuckDB 1.4 or 1.5 that opens a file for writing takes in its log without entering
    the rows in the indexes (https://github.com/duckdb/duckdb/pull/23848): they are there, but are
    not found. Primary keys are not hurt.
    """
    with transaction(connection):
        for schema, name, sql in connection.execute(INDEXES).fetchall():
            connection.execute(f'drop index {schema}."{name}"')
            connection.execute(sql)
        connection.execute("update left_log set is_left = false")


def was_left(connection: "DuckDBPyConnection") -> bool:
    """Whether the file says that it was closed with a log."""
    return first_row(connection, "select 1 from left_log where is_left") is not None
