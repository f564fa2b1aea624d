"""The rows of a warehouse without what differs from run to run, to hold two against each other."""

from warehouse import open_warehouse

VOLATILE = {
    "run_id", "fetched", "learned", "superseded", "rejected_at", "checked_at", "applied",
}  # fmt: skip
PASSED_OVER = {
    "runs", "run_stages", "visits", "migrations", "publications", "quality_results",
}  # fmt: skip
"""Tables that tell of runs, not of what was read."""
TABLES = """
select table_name from duckdb_tables() where database_name = current_database()
order by table_name
"""


def content(database) -> dict[str, list[tuple]]:
    """All rows of all tables."""
    with open_warehouse(database, read_only=True) as connection:
        names = [name for (name,) in connection.execute(TABLES).fetchall()]
        return {name: rows(connection, name) for name in names if name not in PASSED_OVER}


def rows(connection, name: str) -> list[tuple]:
    """All rows of a table in their order."""
    described = connection.execute(f'describe "{name}"').fetchall()
    columns = ", ".join(f'"{row[0]}"' for row in described if row[0] not in VOLATILE)
    found = connection.execute(f'select {columns} from "{name}" order by all').fetchall()
    return [tuple(map(still, row)) for row in found]


def still(value):
    """A value without what is volatile inside."""
    if isinstance(value, dict):
        return {key: still(part) for key, part in value.items() if key not in VOLATILE}
    return [still(part) for part in value] if isinstance(value, list) else value
