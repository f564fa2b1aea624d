"""Columns of the Arrow tables that are handed to DuckDB, typed as the migrations type them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from warehouse.sqlfiles import migrations

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

Row = dict[str, Any]
TEXT, NUMBER, NUMBERS, SIGNATURE = "string", "int64", "list<int64>", "list<uint32>"
BY_LOAD = frozenset({"run_id", "learned"})
"""Columns that the statements of a load fill in."""


@dataclass(frozen=True)
class Columns:
    """Columns of rows that go into a table of the warehouse.

    Attributes:
        table: The table, whose columns the migrations made.
        without: Its columns that the rows do not have.
        more: Columns that only the rows have, with their types.
    """

    table: str
    without: frozenset[str] = BY_LOAD
    more: Mapping[str, str] = field(default_factory=dict)


_OF_CLAIM = {"document_version", "origin", "verdict_id", "published", "superseded"}
_FIGURE = {"figure_display": TEXT, "figure_word": TEXT}

PAGE = Columns("pages")
DOCUMENT = Columns(
    "documents",
    BY_LOAD | {"version", "lineage_id", "superseded"},
    {"particulars_hash": TEXT, "signature": SIGNATURE, "bands": NUMBERS},
)
EXTRACTION = Columns("extractions", BY_LOAD | {"document_version"})
CLAIM = Columns("claims", BY_LOAD | _OF_CLAIM, _FIGURE)
REVIEWED = Columns("claims", BY_LOAD | {"origin", "superseded"}, _FIGURE)
REJECTION = Columns("rejections", BY_LOAD)
RUN = Columns("runs", frozenset())
LINK = Columns("event_claims", BY_LOAD | {"origin", "superseded", "verdict_id"})
EVENT = Columns("events", BY_LOAD | {"origin", "merged_into"})
ORIGIN = Columns("document_origins", BY_LOAD | {"outlets"})
BAND = Columns("signature_bands")
REVIEW = Columns("reviews", frozenset({"superseded"}))
VERDICT = Columns("verdicts")
MENTION = Columns("mentions")
MENTION_KEY = Columns("mention_keys")
BOUNDS = Columns("bounds")
CHECK_RESULT = Columns("quality_results", frozenset())
LINEAGE = {"lineage_id": TEXT}
LINKED_AWAY = {"event_id": TEXT, "into_event_id": TEXT}


@cache
def stored_schemas() -> "Mapping[str, pa.Schema]":
    """The columns of all tables, read once off an empty warehouse that the migrations made."""
    import duckdb  # noqa: PLC0415 -- commands that load nothing should not load it

    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        for step in migrations():
            connection.execute(step.sql)
        names = connection.execute("select schema_name, table_name from duckdb_tables()").fetchall()
        return {
            name: connection.sql(f"from {schema}.{name} limit 0").to_arrow_table().schema
            for schema, name in names
        }


def schema_of(columns: Columns | Mapping[str, str]) -> "pa.Schema":
    """The names and types of columns."""
    import pyarrow as pa  # noqa: PLC0415 -- commands that load nothing should not load it

    types = {
        TEXT: pa.string(),
        NUMBER: pa.int64(),
        NUMBERS: pa.list_(pa.int64()),
        SIGNATURE: pa.list_(pa.uint32()),
        "timestamp": pa.timestamp("us"),
        "double": pa.float64(),
        "bool": pa.bool_(),
    }
    stored: list[pa.Field] = []
    if isinstance(columns, Columns):
        stored = [
            each for each in stored_schemas()[columns.table] if each.name not in columns.without
        ]
        columns = columns.more
    return pa.schema([*stored, *((name, types[kind]) for name, kind in columns.items())])


def table(rows: Iterable[Row], columns: Columns | Mapping[str, str]) -> "pa.Table":
    """Lay out rows as an Arrow table."""
    import pyarrow as pa  # noqa: PLC0415 -- commands that load nothing should not load it

    return pa.Table.from_pylist(list(rows), schema=schema_of(columns))


def begin_loading(connection: "DuckDBPyConnection", run_id: str, learned: datetime) -> None:
    """Let the statements of a transaction know its run, and when what it brings was learned."""
    connection.execute(
        "create or replace temp table loading as "
        "select cast(? as varchar) as run_id, cast(? as timestamp) as learned",
        [run_id, learned],
    )


def insert_rows(connection: "DuckDBPyConnection", rows: Iterable[Row], columns: Columns) -> None:
    """Insert rows into their table in one statement; where there are none, do nothing."""
    inserted = list(rows)
    if not inserted:
        return
    connection.register("inserting", table(inserted, columns))
    connection.execute(f"insert into {columns.table} by name select * from inserting")  # noqa: S608 -- ours
    connection.unregister("inserting")
