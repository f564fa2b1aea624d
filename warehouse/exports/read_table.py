"""What the exports read: queries kept as files, streamed with the names of their columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from warehouse.read_models.comparison_rows import UNQUOTED
from warehouse.read_models.reader import Reader
from warehouse.sqlfiles import statement


@dataclass(frozen=True)
class Table:
    """Rows with the names of their columns; the rows can be read once."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]

    def records(self) -> Iterator[dict[str, Any]]:
        """The rows by the names of their columns."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))


def query(name: str) -> str:
    """One of the queries of the exports."""
    return statement(f"exports/queries/{name}").replace("$unquoted", UNQUOTED)


def read_table(reader: Reader, name: str) -> Table:
    """The rows that a query gives."""
    described = reader.connection.execute(f"describe {query(name)}").fetchall()
    return Table(tuple(row[0] for row in described), reader.stream(query(name)))
