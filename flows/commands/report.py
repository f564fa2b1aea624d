"""`tollcheck report` and `tollcheck desk`: what fact-checkers see and do."""

from pathlib import Path
from typing import Annotated

import typer

from flows.app import Database, command, database_file
from flows.terminal import console


@command("desk", example="tollcheck desk --port 8765")
def desk(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 for any that is free.")] = 8765,
    token: Annotated[str | None, typer.Option(help="Else the one kept in your own folder.")] = None,
    db: Database = None,
) -> None:
    """Review claims in the browser; Ctrl-C ends it."""
    from desk import TextReaders, serve  # noqa: PLC0415 -- brings the web framework
    from extractors import read_quantity  # noqa: PLC0415 -- help needs no extraction
    from extractors.events import find_places, read_days  # noqa: PLC0415 -- see above

    readers = TextReaders(read_quantity, read_days, find_places)
    serve(database_file(db), readers, host, port, token)


@command("report", example="tollcheck report --output report")
def report(
    output: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="The folder.", show_default="report")
    ] = None,
    db: Database = None,
) -> None:
    """Write a report that opens from disk, offline."""
    from flows.open_for_reading import up_to_date  # noqa: PLC0415 -- help needs no database
    from flows.publishing import write_report  # noqa: PLC0415 -- brings the chart library
    from flows.settings import Settings  # noqa: PLC0415 -- help needs no settings

    settings = Settings.given(database=db, report=output)
    database = up_to_date(settings.database)
    front = write_report(database, settings.report, settings.data_docs)
    console().print(front, markup=False)
