"""`tollcheck import`: other people's databases beside the news."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from flows.app import REJECTED, Database, Report, command, refuse_missing
from flows.commands.run import prefect_ready, show
from flows.moments import day

Layout = Annotated[
    str,
    typer.Option("--as", metavar="DATABASE", help="Whose columns it has: ucdp, acled or airwars."),
]
Released = Annotated[
    datetime | None,
    typer.Option(
        parser=day,
        metavar="DAY",
        help="When this version was published, where its rows do not tell.",
    ),
]


@command("import", example="tollcheck import ged.csv --as ucdp --released 2024-06-01")
def import_table(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A table that it has published.")],
    layout: Layout,
    released: Released = None,
    db: Database = None,
    report: Report = None,
) -> None:
    """Take a database's figures in, as a holder beside those of the news."""
    refuse_missing([str(file)])
    from intake.databases.layout import load_layouts  # noqa: PLC0415 -- help needs no layouts

    if layout not in load_layouts():
        known = ", ".join(load_layouts())
        raise typer.BadParameter(f"There is no layout {layout!r}; name one of {known}.")
    typer.echo(f"Reading {file} as a table of {layout}", err=True)
    from flows.settings import Settings  # noqa: PLC0415 -- help needs no settings

    settings = Settings.given(database=db, report=report)
    with prefect_ready([str(file)], settings) as server:
        from flows.import_database import import_database  # noqa: PLC0415 -- brings Prefect

        if server:
            server.wait()
        summary = import_database(
            file=file,
            layout=layout,
            released=released.date() if released else None,
            database=settings.database,
            report=settings.report,
        )
    show(summary)
    if summary.held or not summary.read.pages:
        raise typer.Exit(REJECTED)
