"""`tollcheck report`: static pages from the warehouse."""

from pathlib import Path
from typing import Annotated

import typer

from flows.app import Database, command, database_file
from flows.terminal import console


@command("report", example="tollcheck report --to report")
def report(
    to: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="The folder.", show_default="report")
    ] = None,
    db: Database = None,
) -> None:
    """Write a report that opens from disk and loads nothing from the network."""
    from desk import write_report  # noqa: PLC0415 -- brings the chart library
    from flows.settings import Settings  # noqa: PLC0415 -- help needs no settings

    console().print(write_report(database_file(db), to or Settings().report), markup=False)
