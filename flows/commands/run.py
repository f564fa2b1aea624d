"""`tollcheck run`: the whole flow."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from threading import active_count
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from flows import BEGAN
from flows.app import REJECTED, Database, Report, command, refuse_missing
from flows.environment import prepare_prefect
from flows.terminal import bars, console

if TYPE_CHECKING:
    from flows.server import Server
    from flows.settings import Settings
    from flows.summary import Counts, RunSummary

SHOWN = 12
REJECTIONS = "select input, reason, message from rejections"
REASONS = """
select reason, count(*), any_value(input || ': ' || message order by input)
from rejections
where run_id = ?
group by reason
order by count(*) desc, reason
limit 10
"""
LITTLE = 5_000_000
"""Bytes that are extracted before the process for the checks would need its memory."""
READING = "Reading the inputs that the settings name, or else the samples"


@command("run", example="tollcheck run samples")
def run(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            help="A file, folder, glob, URL, or - for standard input; without, the samples.",
        ),
    ] = None,
    db: Database = None,
    report: Report = None,
    processes: Annotated[
        int | None, typer.Option(min=0, help="How many processes extract; 0 for one a core.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with 1 if anything was rejected.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")] = False,
) -> None:
    """Read pages; extract, check, load and compare their claims."""
    refuse_missing(inputs or [])
    if not quiet:
        typer.echo(f"Reading {', '.join(inputs[:SHOWN])}" if inputs else READING, err=True)
    from flows.inputs import samples_folder  # noqa: PLC0415 -- help needs no inputs
    from flows.settings import Settings  # noqa: PLC0415 -- see above
    from flows.unchanged import find_unchanged  # noqa: PLC0415 -- see above

    settings = Settings.given(inputs=inputs, database=db, report=report, processes=processes)
    named = settings.inputs or (samples_folder(),)
    summary = find_unchanged(named, settings) or run_flow(named, settings)
    if not quiet:
        show(summary)
    nothing = summary.read.rejections and not summary.read.pages
    if summary.held or nothing or (strict and summary.read.rejections):
        raise typer.Exit(REJECTED)


def run_flow(inputs: Sequence[str], settings: "Settings") -> "RunSummary":
    """Run the flow; while its server starts, what it needs is imported and extraction begins."""
    with prefect_ready(inputs, settings) as server:
        from flows.early_extraction import extract_ahead  # noqa: PLC0415 -- brings the readers
        from flows.pipeline import check_casualty_claims  # noqa: PLC0415 -- brings Prefect

        if server:
            extract_ahead(inputs, settings, server.answers)
            server.wait()
        return check_casualty_claims(
            inputs=list(settings.inputs),
            database=settings.database,
            report=settings.report,
            processes=settings.processes,
        )


@contextmanager
def prefect_ready(inputs: Sequence[str], settings: "Settings") -> Iterator["Server | None"]:
    """Have a server for a flow inside the block, and its progress shown.

    Yields:
        The server, which need not answer yet; nothing where one is running.

    Raises:
        ServerError: The server failed.
    """
    prepare_prefect(quiet=True)
    from prefect.exceptions import PrefectHTTPStatusError  # noqa: PLC0415 -- takes seconds

    from flows.server import ServerError, server_for_run  # noqa: PLC0415 -- brings Prefect
    from flows.settings import Runner  # noqa: PLC0415 -- help needs no settings

    # A cluster looks after its own: other machines could not reach a server of this run.
    own = server_for_run() if settings.runner is Runner.LOCAL else nullcontext()
    try:
        # No thread runs, as that of the bars does, while processes begin as copies of this one.
        with own as server, checks_prepared(inputs, server), bars():
            yield server
    except PrefectHTTPStatusError as error:
        raise ServerError(
            f"Prefect's server failed; look for a full disk where it keeps its files: {error}"
        ) from error


@contextmanager
def checks_prepared(inputs: Sequence[str], server: "Server | None") -> Iterator[None]:
    """Have the process for the checks start now, where little is to be read before."""
    from flows.inputs import size_of  # noqa: PLC0415 -- help needs no inputs
    from flows.quality import process_for_checks  # noqa: PLC0415 -- see above

    size = size_of(inputs)
    soon = size is not None and size < LITTLE
    first = server.url if server else None
    alone = active_count() == 1
    with process_for_checks(copied=alone, first=first) if soon else nullcontext():
        yield


def amounts(counts: "Counts") -> str:
    """How much was found, in words."""
    from desk.wording import counted  # noqa: PLC0415 -- brings the report's words

    numbers = {
        "document": counts.documents,
        "claim": counts.claims,
        "rejection": counts.rejections,
    }
    return ", ".join(counted(number, noun) for noun, number in numbers.items())


def find_rejections(summary: "RunSummary") -> list[tuple[str, int, str]]:
    """Why the run rejected what it was the first to reject: reason, number, an example."""
    from flows.open_for_reading import open_for_reading  # noqa: PLC0415 -- brings DuckDB

    with open_for_reading(summary.database) as connection:
        return connection.execute(REASONS, [summary.run_id]).fetchall()


def show(summary: "RunSummary") -> None:
    """Tell a person how a run went: the discrepancies, then the figures of the run."""
    from desk.wording import counted  # noqa: PLC0415 -- see above
    from flows.discrepancies import draw, find_discrepancies  # noqa: PLC0415 -- brings DuckDB
    from warehouse.read_models.reader import comparison_of  # noqa: PLC0415 -- see above

    rows = find_discrepancies(summary.database)
    for row in rows[:SHOWN]:
        console().print(draw(comparison_of(row)))
    if len(rows) > SHOWN:
        line = f"… and {len(rows) - SHOWN:,} more: tollcheck discrepancies --db {summary.database}"
        console().print(line, markup=False, end="\n\n")
    read, added = summary.read, summary.added
    refused = find_rejections(summary) if read.rejections else []
    lines = (
        f"{counted(read.pages, 'page')}, {amounts(read)} in {monotonic() - BEGAN:.0f} s",
        f"New in {summary.database}: {amounts(added)}"
        if added.pages or added.rejections
        else f"Nothing new for {summary.database}",
        *(f"  {reason}: {count:,}, such as {example}" for reason, count, example in refused),
        *([f'  all of them: tollcheck sql --db {summary.database} "{REJECTIONS}"'] * bool(refused)),
        f"Report: {summary.report}" if summary.report else "The report was held back:",
        *(f"  {reason}" for reason in summary.held),
        f"{len(summary.failed)} of {summary.checks} checks failed",
        *(
            f"  {check.name} ({check.severity}): {counted(check.rows, 'row')}; "
            f'tollcheck sql --db {summary.database} "{check.query}"'
            for check in summary.failed
        ),
    )
    console().print("\n".join(lines), markup=False, soft_wrap=True)
