"""The reference of tables and views, written from the comments in a database."""

import tempfile
from pathlib import Path

from warehouse.connect import open_warehouse
from warehouse.sqlfiles import Published, published

PAGE = Path(__file__).parent.parent / "docs" / "tables.md"
INTRODUCTION = """# Tables and views

Written from the comments in the database by `python -m warehouse.reference`; a test holds it \
current. Times are UTC.
"""
COLUMNS = """
select objects.kind, objects.name, objects.comment, columns.column_name, columns.data_type
from (
    select 'Tables' as kind, table_name as name, comment from duckdb_tables()
    union all
    select 'Views', view_name, comment from duckdb_views() where not internal
) as objects
inner join duckdb_columns() as columns on columns.table_name = objects.name
where not columns.internal
order by objects.kind, objects.name, columns.column_index
"""


def write_reference() -> str:
    """The page as a fresh database tells it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_warehouse(Path(folder) / "reference.duckdb") as connection,
    ):
        rows = connection.execute(COLUMNS).fetchall()
    lines, section, name = [INTRODUCTION], None, None
    for kind, table, comment, column, data_type in rows:
        if kind != section:
            lines.append(f"## {kind}\n")
            section = kind
        if table != name:
            lines += [f"### {table}\n", f"{comment or ''}\n", "| column | type |", "|---|---|"]
            name = table
        lines.append(f"| {column} | `{data_type}` |")
    lines += ["## Table macros\n", *(macro(item) for item in published() if item.kind == "macro")]
    return spaced("\n".join(lines)) + "\n"


def macro(item: Published) -> str:
    """The section of a macro."""
    return f"### {item.name}\n\n{item.comment}\n"


def spaced(text: str) -> str:
    """Set a blank line before each heading that follows a table."""
    return text.replace("|\n#", "|\n\n#").rstrip()


if __name__ == "__main__":
    PAGE.write_text(write_reference(), "utf-8")
