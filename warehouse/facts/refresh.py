"""Bring facts and comparisons up to date, inside the transaction that changed what they rest on."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from schemas.name_words import small_words
from warehouse.added_places import seek_added_places
from warehouse.ask import first_row
from warehouse.holders.assign_holders import assign_holders
from warehouse.sqlfiles import execute_file

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

JOINING_WORDS = "create or replace temp table joining_words as select unnest(?) as word"
STEPS = ("stale_rows", "counted_people", "ties_in_text", "fresh_facts", "write_facts")
"""How facts are made anew: each file reads the tables of those before it."""
STALE_AFTER_LOAD = """
create or replace temp table stale as
select document_id from touched_documents
union
select document_id from new_versions
union
select previous_id from new_versions where previous_id is not null
union
select document_id from outlets_of_documents
union
select unnest(cast(? as varchar[]))
"""


def refresh_after_load(connection: "DuckDBPyConnection", moved: Sequence[str]) -> None:
    """Take up what a load changed.

    Args:
        connection: The warehouse, in the load's transaction.
        moved: The documents whose claims have another event now.
    """
    connection.execute(STALE_AFTER_LOAD, [list(moved)])
    refresh(connection)


def refresh_documents(connection: "DuckDBPyConnection", documents: Iterable[str]) -> None:
    """Take up what changed about the claims of some documents."""
    connection.execute(
        "create or replace temp table stale as select unnest(cast(? as varchar[])) as document_id",
        [sorted(set(documents))],
    )
    refresh(connection)


def derive_facts(connection: "DuckDBPyConnection") -> None:
    """Make the facts of stale documents anew."""
    assign_holders(connection)
    seek_added_places(connection)
    connection.execute(JOINING_WORDS, [sorted(small_words("joining"))])
    for step in STEPS:
        execute_file(connection, f"facts/sql/{step}")


def refresh(connection: "DuckDBPyConnection") -> None:
    """Make the facts of stale documents anew, and compare the events of which facts changed."""
    if first_row(connection, "from stale limit 1") is None:
        return
    derive_facts(connection)
    if first_row(connection, "from changed_events limit 1") is not None:
        execute_file(connection, "facts/sql/comparisons")
