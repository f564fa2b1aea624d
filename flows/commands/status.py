"""`tollcheck status`: when each source was last read, what failed, what waits, the last runs."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.app import Database, Form, command
from flows.terminal import Format, write_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SOURCES = """
select
    inputs.input as source,
    strftime(coalesce(visits.visited, inputs.started), '%Y-%m-%d %H:%M') as last_visit,
    coalesce(visits.outcome, 'read') as outcome,
    strftime(visits.last_good, '%Y-%m-%d %H:%M') as last_good,
    visits.reason
from (
    select input, max(started) as started
    from (select unnest(inputs) as input, started from runs)
    group by input
) as inputs
left join visits on visits.address = inputs.input
order by coalesce(visits.visited, inputs.started) desc, source
limit greatest($last, 100)
"""
FAILED = """
select
    address,
    strftime(visited, '%Y-%m-%d %H:%M') as tried,
    strftime(last_good, '%Y-%m-%d %H:%M') as last_good,
    reason,
    message
from visits
where outcome = 'failed'
order by visited desc, address
limit $last
"""
RUNS = """
select
    strftime(runs.started, '%Y-%m-%d %H:%M') as started,
    runs.command,
    runs.status,
    date_diff('second', runs.started, runs.finished) as seconds,
    if(
        len(runs.inputs) > 2,
        format('{} and {} more', runs.inputs[1], len(runs.inputs) - 1),
        array_to_string(runs.inputs, ' ')
    ) as inputs,
    (select count(*) from documents where documents.run_id = runs.run_id) as documents,
    (select count(*) from claims where claims.run_id = runs.run_id) as claims,
    (select count(*) from rejections where rejections.run_id = runs.run_id) as rejections
from runs
order by runs.started desc
limit $last
"""
WAITING: tuple[str, ...] = ("batch", "made", "pages", "documents", "claims", "rejections")


class Part(StrEnum):
    """A part of the status."""

    SOURCES = "sources"
    FAILED = "failed"
    WAITING = "waiting"
    RUNS = "runs"


TITLES = {
    Part.SOURCES: "Sources",
    Part.FAILED: "Addresses whose last visit failed",
    Part.WAITING: "Extracted, and waiting for a run to load it",
    Part.RUNS: "Last runs",
}
QUERIES = {Part.SOURCES: SOURCES, Part.FAILED: FAILED, Part.RUNS: RUNS}
Rows = tuple[tuple[str, ...], Sequence[tuple[object, ...]]]


@command("status", example="tollcheck status --part failed")
def status(
    part: Annotated[
        Part | None, typer.Option(help="One part; else all, or the runs for programs.")
    ] = None,
    last: Annotated[int, typer.Option(min=1, help="How many runs or failures.")] = 10,
    db: Database = None,
    form: Form = Format.TABLE,
) -> None:
    """Show the sources, what failed, what waits, the last runs."""
    from flows.open_for_reading import open_for_reading  # noqa: PLC0415 -- help needs no database
    from flows.settings import Settings  # noqa: PLC0415 -- see above

    settings = Settings.given(database=db)
    waits = waiting(settings.staged)
    everything = tuple(Part) if form is Format.TABLE else (Part.RUNS,)
    with open_for_reading(settings.database) as connection:
        for each in (part,) if part else everything:
            columns, rows = (
                (WAITING, waits)
                if each is Part.WAITING
                else ask(connection, QUERIES[each], {"last": last})
            )
            if rows or part or form is not Format.TABLE:
                write_rows(columns, rows, form, TITLES[each])


def ask(connection: "DuckDBPyConnection", query: str, given: dict[str, int]) -> Rows:
    """The columns and rows of a query."""
    found = connection.execute(query, given)
    return tuple(column[0] for column in found.description or ()), found.fetchall()


def waiting(staging: str) -> list[tuple[object, ...]]:
    """The batches that were extracted and that no run has loaded."""
    from flows.staging import waiting_batches  # noqa: PLC0415 -- help needs no storage

    return [
        (Path(found.folder).name, f"{made:%Y-%m-%d %H:%M}", *found.counts.model_dump().values())
        for found, made in waiting_batches(staging)
    ]
