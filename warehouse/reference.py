"""The reference of tables and views, written from the comments in a database."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.connect import open_warehouse
from warehouse.sqlfiles import Published, column_comments, published

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PAGE = Path(__file__).parent.parent / "docs" / "tables.md"
HEAD = ("| column | type | holds |", "|---|---|---|")
INTRODUCTION = """# Tables and views

Written from the comments in the database by `python -m warehouse.reference`; a test holds it \
current. Times are UTC. What only the machine reads is in the schema `internal`: ask it as \
`internal.facts`.
"""
COLUMNS = """
select
    objects.kind, objects.name, objects.comment,
    columns.column_name, columns.data_type, columns.comment
from (
    select 'Views' as kind, view_name as name, comment from duckdb_views() where not internal
    union all
    select
        if(schema_name = 'internal', 'Tables of the machine', 'Tables'), table_name, comment
    from duckdb_tables()
) as objects
inner join duckdb_columns() as columns on columns.table_name = objects.name
where not columns.internal
order by objects.kind = 'Tables of the machine', objects.kind, objects.name, columns.column_index
"""


BY_MOMENT = "_as_of"
"""Ending of the macros that answer for a moment; the others are layers beneath them."""


def write_reference() -> str:
    """The page as a fresh database tells it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_warehouse(Path(folder) / "reference.duckdb") as connection,
    ):
        rows = connection.execute(COLUMNS).fetchall()
        macros = [
            macro(connection, item)
            if item.name.endswith(BY_MOMENT)
            else f"### {item.name}\n\n{item.comment}\n"
            for item in published()
            if item.kind == "macro"
        ]
    lines, section, name = [INTRODUCTION], None, None
    for kind, table, comment, column, data_type, meaning in rows:
        if kind != section:
            lines.append(f"## {kind}\n")
            section = kind
        if table != name:
            lines += [f"### {table}\n", f"{comment or ''}\n", *HEAD]
            name = table
        lines.append(f"| {column} | `{data_type}` | {meaning or ''} |")
    lines += ["## Table macros\n", *macros]
    return spaced("\n".join(lines)) + "\n"


def macro(connection: "DuckDBPyConnection", item: Published) -> str:
    """The section of a macro, with the columns that it gives."""
    query = f"describe from {item.name}(timestamp 'infinity')"
    said = column_comments()
    rows = [
        f"| {column} | `{kind}` | {said.get(column, '')} |"
        for column, kind, *_ in connection.execute(query).fetchall()
    ]
    return "\n".join([f"### {item.name}\n", f"{item.comment}\n", *HEAD, *rows])


def spaced(text: str) -> str:
    """Set a blank line before each heading that follows a table."""
    return text.replace("|\n#", "|\n\n#").rstrip()


if __name__ == "__main__":
    PAGE.write_text(write_reference(), "utf-8")
