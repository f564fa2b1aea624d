"""What a person at the terminal sees: progress while it runs, tables afterwards."""

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, TextIO

from flows.progress import watched_by

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID


NARROWEST = 12
"""Characters of a column below which a table cannot be read."""


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


@cache
def console() -> "Console":
    """The terminal, for results."""
    from rich.console import Console  # noqa: PLC0415 -- programs that read JSON need no rich

    return Console(highlight=False)


@cache
def messages() -> "Console":
    """The terminal, for what is no result: progress and complaints."""
    from rich.console import Console  # noqa: PLC0415 -- see above

    return Console(stderr=True, highlight=False)


def say(message: str) -> None:
    """Tell a person something that is no result."""
    messages().print(message, markup=False, soft_wrap=True)


def write_rows(
    columns: Sequence[str], rows: Iterable[Sequence[object]], form: Format, title: str | None = None
) -> None:
    """Write rows to standard output.

    Args:
        columns: Names of the columns.
        rows: The rows, each as long as `columns`.
        form: A table for people, JSON lines or CSV for programs.
        title: Heading of the table; programs do not get it.
    """
    if form is Format.JSON:
        write_json((dict(zip(columns, row, strict=True)) for row in rows), sys.stdout)
    elif form is Format.CSV:
        from warehouse.exports.cells import harmless, nested  # noqa: PLC0415 -- see above

        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([harmless(nested(cell)) for cell in row] for row in rows)
    else:
        write_table(columns, rows, title)


def write_json(rows: Iterable[Mapping[str, object]], stream: TextIO) -> None:
    """Write one JSON object a line."""
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")


def write_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], title: str | None
) -> None:
    """Draw a table, or records where it has too many columns to be read.

    Cells are shown as they are, never read as markup.
    """
    from rich.table import Table  # noqa: PLC0415 -- programs that read JSON need no rich
    from rich.text import Text  # noqa: PLC0415 -- see above

    if len(columns) * NARROWEST > console().width:
        write_records(columns, rows, title)
        return
    table = Table(title=title, title_justify="left", header_style="bold")
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(shown(cell)) for cell in row))
    console().print(table)


def write_records(
    columns: Sequence[str], rows: Iterable[Sequence[object]], title: str | None
) -> None:
    """Draw each row below the last, a line a column; columns without a value are left out."""
    from rich.table import Table  # noqa: PLC0415 -- programs that read JSON need no rich
    from rich.text import Text  # noqa: PLC0415 -- see above

    if title:
        console().print(Text(title, style="italic"))
    for number, row in enumerate(rows, 1):
        record = Table.grid(padding=(0, 2))
        record.add_column(style="bold", no_wrap=True)
        record.add_column(overflow="fold")
        for column, cell in zip(columns, row, strict=True):
            if cell is not None:
                record.add_row(Text(column), Text(shown(cell)))
        console().rule(f"{number:,}", align="left")
        console().print(record)


def shown(cell: object) -> str:
    """A cell's text, free of characters that would steer the terminal; nested values as JSON."""
    from warehouse.exports.cells import nested  # noqa: PLC0415 -- programs need none of it

    text = "" if cell is None else str(nested(cell))
    return "".join(sign if sign.isprintable() else " " for sign in text)


class Bars:
    """Draws one bar a stage, with its rate and the time left."""

    def __init__(self, progress: "Progress") -> None:
        self._progress = progress
        self._bars: dict[str, TaskID] = {}

    def advance(self, stage: str, count: int, total: int | None = None) -> None:
        """Move the bar of a stage."""
        if stage not in self._bars:
            self._bars[stage] = self._progress.add_task(stage, total=total)
        self._progress.update(self._bars[stage], completed=count, total=total)


@contextmanager
def bars() -> Iterator[None]:
    """Draw progress bars on the terminal while the block runs; elsewhere nothing."""
    if not messages().is_terminal:
        yield
        return
    from rich import progress  # noqa: PLC0415 -- without a terminal there are no bars

    columns = (
        progress.TextColumn("{task.description:<10}"),
        progress.BarColumn(bar_width=30),
        progress.MofNCompleteColumn(),
        progress.TaskProgressColumn(show_speed=True),
        progress.TimeElapsedColumn(),
        progress.TimeRemainingColumn(compact=True),
    )
    drawn = progress.Progress(*columns, console=messages(), transient=True)
    with drawn, watched_by(Bars(drawn)):
        yield
