"""Answer a reader's own SQL: read-only, without reach beyond the file, bounded in rows and time."""

from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any

from warehouse.connect import open_warehouse
from warehouse.errors import QueryError

CONFINED = """
set search_path = 'main';
set enable_external_access = false;
set lock_configuration = true
"""
"""What a reader's connection is held to; the machine's tables are found as `internal.facts`."""
MOST_ROWS, MOST_SECONDS = 10_000, 60.0


@dataclass(frozen=True)
class Answer:
    """What a query gave.

    Attributes:
        columns: Names of the columns.
        rows: The rows.
        is_cut: Whether there were more rows than asked for.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    is_cut: bool


def run_sql(
    path: Path | str, query: str, *, limit: int = MOST_ROWS, seconds: float = MOST_SECONDS
) -> Answer:
    """Ask the warehouse; nothing can be changed, and no other file or address be reached.

    Args:
        path: The warehouse.
        query: The question in SQL.
        limit: Most rows to give.
        seconds: When to stop.

    Raises:
        QueryError: The query is wrong, forbidden, or took too long.
    """
    import duckdb  # noqa: PLC0415 -- commands that need no database should not load it

    with open_warehouse(path, read_only=True) as connection:
        connection.execute(CONFINED)
        clock = Timer(seconds, connection.interrupt)
        clock.start()
        try:
            result = connection.execute(query)
            columns = tuple(column[0] for column in result.description or ())
            rows = result.fetchmany(limit + 1)
        except duckdb.InterruptException as error:
            raise QueryError(f"the query took longer than {seconds:g} seconds") from error
        except duckdb.Error as error:
            raise QueryError(str(error)) from error
        finally:
            clock.cancel()
    return Answer(columns, tuple(rows[:limit]), len(rows) > limit)
