"""`tollcheck run`: the whole flow."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.app import REJECTED, Database, command, refuse_missing
from flows.environment import prepare_prefect
from flows.terminal import bars, console

if TYPE_CHECKING:
    from flows.summary import Summary

SHOWN = 12


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
    report: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="The report.", show_default="report"),
    ] = None,
    processes: Annotated[
        int | None, typer.Option(min=0, help="How many processes extract; 0 for one a core.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with 1 if anything was rejected.")
    ] = False,
) -> None:
    """Read pages; extract, check, load and compare their claims."""
    refuse_missing(inputs or [])
    prepare_prefect(quiet=True)
    from flows.check_claims import check_casualty_claims  # noqa: PLC0415 -- brings Prefect

    with bars():
        summary = check_casualty_claims(
            inputs=inputs, database=db, report=report, processes=processes
        )
    show(summary)
    if summary.held or (strict and summary.read.rejections):
        raise typer.Exit(REJECTED)


def show(summary: "Summary") -> None:
    """Tell a person how a run went: the discrepancies, then the figures of the run."""
    from flows.discrepancies import draw, find_discrepancies  # noqa: PLC0415 -- brings DuckDB

    rows = find_discrepancies(summary.database)
    for row in rows[:SHOWN]:
        console().print(draw(row))
    if len(rows) > SHOWN:
        line = f"… and {len(rows) - SHOWN:,} more: tollcheck discrepancies --db {summary.database}"
        console().print(line, markup=False, end="\n\n")
    read, added = summary.read, summary.added
    lines = (
        f"{read.pages:,} pages, {read.documents:,} documents, {read.claims:,} claims, "
        f"{read.rejections:,} rejections in {summary.seconds:.0f} s",
        f"New in {summary.database}: {added.documents:,} documents, {added.claims:,} claims, "
        f"{added.rejections:,} rejections",
        f"Report: {summary.report}" if summary.report else "The report was held back:",
        *(f"  {reason}" for reason in summary.held),
        f"{len(summary.failed)} of {summary.checks} checks failed",
        *(
            f"  {check.name} ({check.severity}): {check.rows:,} rows; "
            f'tollcheck sql --db {summary.database} "{check.query}"'
            for check in summary.failed
        ),
    )
    console().print("\n".join(lines), markup=False)
