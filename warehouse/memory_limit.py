"""Bound what DuckDB holds in memory."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Result = TypeVar("Result")


def within(connection: "DuckDBPyConnection", limit: str, work: Callable[[], Result]) -> Result:
    """Work with little memory, and once more without the bound where that is too little.

    Indexes must be held whole, so a large warehouse may need what DuckDB takes by itself.

    Args:
        connection: Whose memory is bounded.
        limit: What DuckDB may hold before it writes to its temporary files, as "500MB".
        work: What is done; leaves nothing behind when it fails.

    Returns:
        What the work gives.
    """
    from duckdb import OutOfMemoryException  # noqa: PLC0415 -- help needs no database

    try:
        connection.execute(f"set memory_limit = '{limit}'")
        return work()
    except OutOfMemoryException:
        connection.execute("reset memory_limit")
        return work()
