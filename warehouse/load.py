"""Load a batch: prepared outside, then one short transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from schemas import Batch, Run
from warehouse.arrow import BatchTables, batch_tables, run_table, utc
from warehouse.ask import first_row
from warehouse.bounds import refresh_bounds
from warehouse.columns import begin_loading
from warehouse.connect import open_warehouse
from warehouse.errors import LoadError
from warehouse.facts.refresh import refresh_after_load
from warehouse.linking.relink import link_touched
from warehouse.memory_limit import within
from warehouse.originators.assign_originators import assign_origins
from warehouse.policies import all_policies
from warehouse.sqlfiles import execute_file
from warehouse.transaction import transaction
from warehouse.verdicts.reviews import refresh_reviews

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from warehouse.policies import Policy

LOAD_MEMORY = "500MB"
"""What DuckDB may hold of a load before it writes to its temporary files."""
DOCUMENT_STEPS = (
    "20_arriving_documents",
    "21_corrections",
    "22_outdated_documents",
    "23_replaced_appearances",
    "24_refiled_documents",
    "25_new_versions",
    "26_write_documents",
    "27_write_appearances",
)
"""How documents are loaded: each step reads the temporary tables that those before it made."""
UNKNOWN_DOCUMENTS = """
with named as (
    select document_id from incoming_extractions
    union
    select document_id from incoming_claims
)
select document_id
from named
where document_id not in (
    select document_id from documents
    where document_id in (select document_id from named) and superseded is null
) and document_id not in (select document_id from outdated_documents)
order by document_id
limit 5
"""


@dataclass(frozen=True)
class LoadReport:
    """What a load changed.

    Attributes:
        pages: Pages that were new.
        documents: Documents that were new, or a new version.
        claims: Claims that were new, or changed.
        superseded: Claims that no longer count.
        rejections: Rejections that were new.
    """

    pages: int
    documents: int
    claims: int
    superseded: int
    rejections: int


def load_batch(
    path: Path | str,
    run: Run,
    batch: Batch,
    *,
    policies: Iterable[Path] = (),
    learned: datetime | None = None,
) -> LoadReport:
    """Load a batch in one transaction; the same batch twice is once.

    Args:
        path: The warehouse, made where it is missing.
        run: The run that brings the batch; may be loaded again with its end.
        batch: What is loaded.
        policies: Files of the user's own number-word policies.
        learned: When this became known (UTC); now, if not given.

    Returns:
        What changed.

    Raises:
        WarehouseLockedError: Somebody else has the file open; try again.
        LoadError: The batch names documents that are nowhere; nothing was loaded.
    """
    tables = batch_tables(batch, run.extractor)
    return load_tables(path, run, tables, policies=policies, learned=learned)


def load_tables(
    path: Path | str,
    run: Run,
    tables: BatchTables,
    *,
    policies: Iterable[Path] = (),
    learned: datetime | None = None,
) -> LoadReport:
    """Load a batch that stands in Arrow tables; see `load_batch`."""
    known_policies = all_policies(policies)
    moment = utc(learned) or datetime.now(UTC).replace(tzinfo=None)
    with open_warehouse(path) as connection:
        return within(
            connection,
            LOAD_MEMORY,
            lambda: load_whole(connection, run, tables, known_policies, moment),
        )


def load_whole(
    connection: "DuckDBPyConnection",
    run: Run,
    tables: BatchTables,
    policies: "Sequence[Policy]",
    learned: datetime,
) -> LoadReport:
    """Load in one transaction: all of it or nothing."""
    with transaction(connection):
        return load_open(connection, run, tables, policies, learned)


def load_open(
    connection: "DuckDBPyConnection",
    run: Run,
    tables: BatchTables,
    policies: "Sequence[Policy]",
    learned: datetime,
) -> LoadReport:
    """Load into an open transaction."""
    before = counts(connection, learned)
    register(connection, run, tables, learned)
    execute_file(connection, "loading/10_pages")
    for step in DOCUMENT_STEPS:
        execute_file(connection, f"loading/{step}")
    refuse_unknown_documents(connection)
    execute_file(connection, "loading/30_claims")
    refresh_bounds(connection, policies)
    refresh_reviews(connection, touched_lineages(connection))
    execute_file(connection, "loading/40_outlets")
    assign_origins(connection)
    refresh_after_load(connection, link_touched(connection))
    after = counts(connection, learned)
    return LoadReport(*(now - then for now, then in zip(after, before, strict=True)))


def register(
    connection: "DuckDBPyConnection", run: Run, tables: BatchTables, learned: datetime
) -> None:
    """Make the batch visible to the statements."""
    connection.register("incoming_run", run_table(run))
    connection.register("incoming_pages", tables.pages)
    connection.register("incoming_documents", tables.documents)
    connection.register("incoming_extractions", tables.extractions)
    connection.register("incoming_claims", tables.claims)
    connection.register("incoming_rejections", tables.rejections)
    begin_loading(connection, run.run_id, learned)


def touched_lineages(connection: "DuckDBPyConnection") -> list[str]:
    """The lineages of the documents that the load has touched."""
    query = """
    select distinct documents.lineage_id
    from documents
    where documents.document_id in (
        select document_id from touched_documents union select document_id from new_versions
    )
    """
    return [row[0] for row in connection.execute(query).fetchall()]


def counts(connection: "DuckDBPyConnection", learned: datetime) -> tuple[int, ...]:
    """How many rows there are of what a load reports."""
    query = """
    select
        (select count(*) from pages),
        (select count(*) from documents),
        (select count(*) from claims),
        (select count(*) from claims where superseded is not null),
        (select count(*) from rejections)
    """
    row = first_row(connection, query)
    assert row is not None
    return tuple(row)


def refuse_unknown_documents(connection: "DuckDBPyConnection") -> None:
    """Refuse claims whose document is nowhere."""
    unknown = [row[0] for row in connection.execute(UNKNOWN_DOCUMENTS).fetchall()]
    if unknown:
        raise LoadError(
            f"claims of documents that were never loaded: {', '.join(unknown)}; "
            "load the documents with, or before, their claims"
        )
