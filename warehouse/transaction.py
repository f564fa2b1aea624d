"""All of some statements or none of them."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@contextmanager
def transaction(connection: "DuckDBPyConnection") -> Iterator[None]:
    """Commit what the block does, or undo it where it fails; the block's error stays the error."""
    from duckdb import Error  # noqa: PLC0415 -- commands that need no database should not load it

    connection.begin()
    try:
        yield
        connection.commit()
    except BaseException:
        # After a fault of the machine DuckDB has undone it already, and says so with an error.
        with suppress(Error):
            connection.rollback()
        raise
