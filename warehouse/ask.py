"""Read from an open connection."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def first_row(
    connection: "DuckDBPyConnection", query: str, parameters: Sequence[object] = ()
) -> tuple[Any, ...] | None:
    """The first row, with the result read to its end, as DuckDB wants it before the next query."""
    rows = connection.execute(query, list(parameters)).fetchall()
    return rows[0] if rows else None
