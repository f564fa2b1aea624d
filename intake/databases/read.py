"""Tables of databases to pages: one page a row, with its text and the row as it was."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from intake.content import make_row_page
from intake.databases.layout import DatabaseLayout, load_layouts
from intake.databases.row_text import Row, row_text
from intake.limits import DEFAULT_LIMITS, Limits
from intake.reading.byte_streams import chunks
from intake.reading.local import open_file
from intake.reading.table_rows import csv_rows, recoded
from intake.rejections import IntakeError, TerminalError, rejection
from schemas import Page, Rejection


def read_database(
    file: Path, database: str, released: date | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Page | Rejection]:
    """Read the rows of a table that a database has published as CSV.

    Args:
        file: The table.
        database: Whose layout it has: a name in `layouts.yml`.
        released: When this version of the database was published, where its rows do not tell.
        limits: How much is read before a row is refused.

    Yields:
        Pages, and rejections of rows that cannot be taken, or of a table with other columns.
    """
    try:
        yield from _read_rows(file, database, released, limits)
    except IntakeError as error:
        yield rejection(error, str(file))


def _read_rows(
    file: Path, database: str, released: date | None, limits: Limits
) -> Iterator[Page | Rejection]:
    layout = load_layouts()[database]
    with open_file(file) as stream:
        for row in csv_rows(recoded(chunks(stream, limits)), limits, layout.needed):
            where = f"{file}#{row[0]}"
            if len(row) == 2:
                yield rejection(row[1], where)
                continue
            _, raw, content, encoding = row
            try:
                told = described(json.loads(content), database, layout, released)
            except IntakeError as error:
                yield rejection(error, where)
            else:
                yield make_row_page(raw, json.dumps(told, ensure_ascii=False), where, encoding)


def described(
    row: Row, database: str, layout: DatabaseLayout, released: date | None
) -> dict[str, object]:
    """A row as a document's fields: its text, its identity, its date; and the row itself.

    Raises:
        TerminalError: If the row cannot be put into words.
    """
    text = row_text(row, layout)
    published = _uploaded(row, layout.uploaded) if layout.uploaded else None
    told = {
        "document_id": f"{database}:{row[layout.event]}" if layout.event in row else None,
        "text": text,
        "outlet": layout.speaker,
        "published": published or (released.isoformat() if released else None),
        "url": row.get(layout.link) if layout.link else None,
    }
    return {name: value for name, value in told.items() if value} | {"row": row}


def _uploaded(row: Row, column: str) -> str | None:
    told = row.get(column)
    if not told:
        return None
    try:
        return datetime.fromtimestamp(float(told), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        message = (
            f"The row's '{column}' is no moment in seconds since 1970: {told[:40]!r}; mend it."
        )
        raise TerminalError("bad_row", message, str(dict(row))) from error
