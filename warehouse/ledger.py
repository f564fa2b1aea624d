"""Bring a file to the current schema: each step in a transaction, the older file kept beside it."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.ask import first_row
from warehouse.errors import NotAWarehouseError, WarehouseError, WarehouseNewerError
from warehouse.facts.backfill import derive_again
from warehouse.sqlfiles import (
    Migration,
    column_comments,
    comments,
    migrations,
    publication,
    published,
)
from warehouse.transaction import transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LEDGER = """
create table if not exists migrations (
    number integer primary key,
    name varchar not null,
    checksum varchar not null,
    applied timestamp not null
);
create table if not exists publications (
    checksum varchar not null,
    names varchar[] not null,
    applied timestamp not null
);
"""
SEARCH_PATH = "set search_path = 'main,internal'"
"""Holds for a connection only: neither the file keeps it, nor does a cursor take it over."""
HAS_INTERNAL = """
select 1 from duckdb_schemas()
where schema_name = 'internal' and database_name = current_database()
"""


def schema_version() -> int:
    """The schema that this release reads and writes."""
    return migrations()[-1].number


def applied_version(connection: "DuckDBPyConnection", path: Path) -> int:
    """The schema of an open file; 0 where nothing is in it.

    Raises:
        NotAWarehouseError: The file holds tables, but no ledger.
        WarehouseNewerError: A later release made it.
    """
    from duckdb import CatalogException  # noqa: PLC0415 -- help needs no database

    try:
        # Asked at once: to list the tables first takes a quarter of what opening the file takes.
        row = first_row(connection, "select coalesce(max(number), 0) from migrations")
    except CatalogException:
        if first_row(connection, "show tables") is not None:
            message = f"{path} is a DuckDB file, but no warehouse of tollcheck"
            raise NotAWarehouseError(message) from None
        return 0
    version = int(row[0]) if row else 0
    if version > schema_version():
        raise WarehouseNewerError(
            f"{path} has schema {version}; this release knows {schema_version()}: "
            "update tollcheck, or use another file"
        )
    return version


def is_published(connection: "DuckDBPyConnection") -> bool:
    """Whether the file's views are those of this release."""
    query = "select checksum from publications order by applied desc limit 1"
    row = first_row(connection, query)
    return row is not None and row[0] == publication()


def find_internal(connection: "DuckDBPyConnection") -> None:
    """Have what only the machine reads found by its bare names, after what people read."""
    if first_row(connection, HAS_INTERNAL) is not None:
        connection.execute(SEARCH_PATH)


def migrate_open(connection: "DuckDBPyConnection") -> None:
    """Apply what an open file of ours lacks, and publish the views.

    Raises:
        WarehouseError: A step was edited after it was applied, or fails; the file stays as it was.
    """
    connection.execute(LEDGER)
    applied = check_ledger(connection)
    for step in migrations():
        if step.number not in applied:
            apply(connection, step)
    find_internal(connection)
    if not is_published(connection):
        publish(connection)


def check_ledger(connection: "DuckDBPyConnection") -> set[int]:
    """Refuse a file whose steps are not the ones in this release.

    Returns:
        The numbers of the steps that were applied.
    """
    known = {step.number: step.checksum for step in migrations()}
    query = "select number, checksum from migrations order by number"
    applied = connection.execute(query).fetchall()
    for number, checksum in applied:
        if known.get(number) != checksum:
            raise WarehouseError(f"migration {number} was edited after it was applied to this file")
    return {number for number, _ in applied}


def apply(connection: "DuckDBPyConnection", step: Migration) -> None:
    """Apply one step and enter it in the ledger, both or neither."""
    try:
        with transaction(connection):
            connection.execute(step.sql)
            connection.execute(
                "insert into migrations (number, name, checksum, applied) "
                "values (?, ?, ?, cast(now() at time zone 'utc' as timestamp))",
                [step.number, step.name, step.checksum],
            )
    except Exception as error:
        message = f"migration {step.number} ({step.name}) could not be applied: {error}"
        raise WarehouseError(message) from error


def publish(connection: "DuckDBPyConnection") -> None:
    """Replace views, macros and comments by this release's, and what is derived by them."""
    try:
        with transaction(connection):
            drop_unpublished(connection)
            for item in published():
                connection.execute(item.sql)
                connection.execute(item.comment_statement)
            connection.execute(comments())
            connection.execute(comments_on_columns(connection))
            connection.execute("delete from publications")
            connection.execute(
                "insert into publications (checksum, names, applied) "
                "values (?, ?, cast(now() at time zone 'utc' as timestamp))",
                [publication(), [f"{item.kind} {item.name}" for item in published()]],
            )
            derive_again(connection)
    except Exception as error:
        raise WarehouseError(f"the views could not be published: {error}") from error


def comments_on_columns(connection: "DuckDBPyConnection") -> str:
    """The statements that say of each column what it holds."""
    query = "select schema_name, table_name, column_name from duckdb_columns() where not internal"
    said = column_comments()
    return ";".join(
        f'comment on column {schema}."{table}"."{column}" is \'{text}\''
        for schema, table, column in connection.execute(query).fetchall()
        if (text := said.get(f"{table}.{column}", said.get(column, "")).replace("'", "''"))
    )


def drop_unpublished(connection: "DuckDBPyConnection") -> None:
    """Drop views and macros of an earlier release that this one no longer has."""
    current = {f"{item.kind} {item.name}" for item in published()}
    query = "select unnest(names) from publications"
    for (made,) in connection.execute(query).fetchall():
        if made not in current:
            kind, name = made.split()
            kind = "macro table" if kind == "macro" else kind
            connection.execute(f'drop {kind} if exists "{name}"')


def back_up(path: Path, version: int) -> Path:
    """Copy a closed file beside itself before it is migrated.

    Returns:
        The copy's path; an earlier copy of the same version is never overwritten.
    """
    name = f"{path.stem}.schema{version}"
    copy, count = path.with_name(f"{name}{path.suffix}"), 1
    while copy.exists():
        count += 1
        copy = path.with_name(f"{name}-{count}{path.suffix}")
    shutil.copy2(path, copy)
    return copy
