"""Questions in SQL, which can read the warehouse and nothing else."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from flows.open_for_reading import open_for_reading
from warehouse import QueryError
from warehouse.query import CONFINED

FETCHED = 1_000


@contextmanager
def asked(database: Path, query: str) -> Iterator[tuple[Sequence[str], Iterator[Sequence[object]]]]:
    """Ask a question; the rows come as they are read.

    Args:
        database: The warehouse, which is opened for reading only.
        query: One or several statements; the last one's rows are given.

    Yields:
        Names of the columns, and the rows.

    Raises:
        QueryError: The query is wrong, or wants more than to read the warehouse.
    """
    with open_for_reading(database) as connection:
        connection.execute(CONFINED)
        try:
            found = connection.execute(query)
            columns = [column[0] for column in found.description or ()]
        # Whatever goes wrong here is the query's fault, and its message says where.
        except Exception as error:
            raise QueryError(str(error)) from error
        yield columns, rows(found.fetchmany)


def rows(fetch: Callable[[int], Sequence[Sequence[object]]]) -> Iterator[Sequence[object]]:
    """Read rows in pieces until there are none."""
    while piece := fetch(FETCHED):
        yield from piece
