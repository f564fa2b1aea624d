"""Derive again what an earlier release left out or derived by other rules."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from warehouse.ask import first_row
from warehouse.columns import begin_loading
from warehouse.facts.refresh import derive_facts
from warehouse.linking.relink import link_touched
from warehouse.originators.assign_originators import assign_origins
from warehouse.sqlfiles import execute_file

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

AT_ONCE = 200_000
"""Facts compared at once: it bounds the memory that a large warehouse takes."""
STALE = """
create or replace temp table stale as
select distinct document_id from claims where superseded is null
"""
PORTIONS = "select count(*) // ? + 1 from facts where superseded is null"
PORTION = """
create or replace temp table changed_events as
select distinct event_id
from facts
where superseded is null and event_id is not null and hash(event_id) % ? = ?
"""


def derive_again(connection: "DuckDBPyConnection") -> None:
    """Bring links, facts and comparisons to this release, inside the caller's transaction.

    A fact that the file never had is dated to when its claim was learned.
    """
    if first_row(connection, "select 1 from claims limit 1") is None:
        return
    begin_loading(connection, "", datetime.now(UTC).replace(tzinfo=None))
    execute_file(connection, "facts/sql/left_out")
    execute_file(connection, "loading/40_outlets")
    assign_origins(connection)
    link_touched(connection)
    connection.execute("drop table incoming_documents")
    connection.execute(STALE)
    derive_facts(connection)
    execute_file(connection, "facts/sql/earlier_knowledge")
    connection.execute("delete from comparisons; delete from held_tolls")
    found = first_row(connection, PORTIONS, [AT_ONCE])
    portions = found[0] if found else 1
    for number in range(portions):
        connection.execute(PORTION, [portions, number])
        execute_file(connection, "facts/sql/comparisons")
